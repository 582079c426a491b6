import type { Place } from './layout.js';

export const margin = 24;
export const node = { width: 264, height: 46 };
export const gap = { x: 150, y: 22 };

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A curve that begins and ends level; its control points stand half way. */
export interface Curve {
  readonly from: Point;
  readonly to: Point;
}

/** The upper left corner of a node. */
export function cornerOf({ column, row }: Place): Point {
  return { x: margin + column * (node.width + gap.x), y: margin + row * (node.height + gap.y) };
}

/** From the right of the first place to the left of the last one, through the middle of those between. */
export function curves(places: readonly Place[]): Curve[] {
  const points = places.map((place, index): Point => {
    const { x, y } = cornerOf(place);
    const side = index === 0 ? node.width : index === places.length - 1 ? 0 : node.width / 2;
    return { x: x + side, y: y + node.height / 2 };
  });
  return points.slice(1).flatMap((to, index) => {
    const from = points[index];
    return from === undefined ? [] : [{ from, to }];
  });
}

const characterWidth = 6;
const lineHeight = 14;
/** Where along a curve a label may stand, the best place first. */
const stations = [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78];

/** Finds places for labels, so that none stands on another, if that can be. */
export class Labels {
  readonly #taken: (Point & { readonly width: number })[] = [];

  /** The middle of a label at a curve. */
  place(curve: Curve, text: string): Point {
    const width = text.length * characterWidth;
    const points = stations.map((station) => pointOn(curve, station));
    const point = points.find((each) => this.#isFree(each, width)) ?? pointOn(curve, 0.5);
    this.#taken.push({ ...point, width });
    return point;
  }

  #isFree({ x, y }: Point, width: number): boolean {
    return this.#taken.every(
      (other) => Math.abs(other.y - y) >= lineHeight || Math.abs(other.x - x) >= (other.width + width) / 2,
    );
  }
}

/** The point of a cubic Bézier curve. */
function pointOn({ from, to }: Curve, t: number): Point {
  const middle = (from.x + to.x) / 2;
  return {
    x: rounded(bezier(t, from.x, middle, middle, to.x)),
    y: rounded(bezier(t, from.y, from.y, to.y, to.y)),
  };
}

function bezier(t: number, a: number, b: number, c: number, d: number): number {
  const s = 1 - t;
  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
