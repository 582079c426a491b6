import type { Report } from '../context.js';
import { formatPackageName } from '../package-name.js';
import type { PackageUnit } from '../package-units.js';

/** No two packages have the same name and version. */
export function checkDistinctPackages(units: readonly PackageUnit[], report: Report): void {
  const first = new Map<string, PackageUnit>();
  for (const unit of units) {
    if (unit.name === undefined || unit.span === undefined) continue;
    const key = formatPackageName(unit.name);
    const earlier = first.get(key);
    if (earlier?.span === undefined) {
      first.set(key, unit);
      continue;
    }
    const message = `the package \`${key}\` is defined twice`;
    const notes = [{ message: 'first defined here', span: earlier.span }];
    report({ code: 'duplicate-package', message, span: unit.span, notes });
  }
}
