import { libc } from './components.js';

/** Types that have to have a name. */
const named = `
  (type $record' (record (field "the-id" u32) (field "name" string) (field "note" (option string))))
  (type $shape' (variant (case "circle" f64) (case "named" string) (case "no-shape")))
  (type $color' (enum "dark-red" "blue"))
  (type $access' (flags "read" "write-all"))
  (import "record" (type $record (eq $record')))
  (import "shape" (type $shape (eq $shape')))
  (import "color" (type $color (eq $color')))
  (import "access" (type $access (eq $access')))`;

const givenTypes = ['record', 'shape', 'color', 'access']
  .map((name) => `(with "${name}" (type $${name}))`)
  .join(' ');

/** Sends what it is given to the host's `echo`, and gives back what comes of it. */
export function echoing(type: string): string {
  return `(component
    ${named}
    (import "echo" (func $host (param "value" ${type}) (result ${type})))
    ${passing(type, 'utf8')})`;
}

/** As `echoing`, by way of two components in one, each with its own memory and string encoding. */
export function echoingTwice(type: string, outer: string, inner: string): string {
  const component = (id: string, encoding: string): string => `(component $${id}
    ${named}
    (import "echo" (func $host (param "value" ${type}) (result ${type})))
    ${passing(type, encoding)})`;
  return `(component
    ${named}
    (import "echo" (func $host (param "value" ${type}) (result ${type})))
    ${component('Outer', outer)}
    ${component('Inner', inner)}
    (instance $inner (instantiate $Inner ${givenTypes} (with "echo" (func $host))))
    (instance $outer (instantiate $Outer ${givenTypes} (with "echo" (func $inner "echo"))))
    (export "echo" (func $outer "echo")))`;
}

/** Exports `echo`, which calls `$host`. */
function passing(type: string, encoding: string): string {
  return `${libc}
    (core func $echo (canon lower (func $host) (memory $mem) (realloc $realloc) string-encoding=${encoding}))
    ${wrapper(type)}
    (core instance $i (instantiate $Wrapper (with "" (instance (export "echo" (func $echo))))))
    (func (export "echo") (param "value" ${type}) (result ${type})
      (canon lift (core func $i "echo") (memory $mem) (realloc $realloc) string-encoding=${encoding}))`;
}

/** A core function of the same type on both sides, but that what is longer than one value is returned by pointer. */
function wrapper(type: string): string {
  const [params, one] = flatTypes[type] ?? [];
  if (params === undefined) throw new Error(`no flat type for ${type}`);
  const gets = params
    .split(' ')
    .map((_, i) => `(local.get ${i})`)
    .join(' ');
  return one === undefined
    ? `(core module $Wrapper
        (import "" "echo" (func $echo (param ${params} i32)))
        (func (export "echo") (param ${params}) (result i32) (call $echo ${gets} (i32.const 512)) (i32.const 512)))`
    : `(core module $Wrapper
        (import "" "echo" (func $echo (param ${params}) (result ${one})))
        (func (export "echo") (param ${params}) (result ${one}) (call $echo ${gets})))`;
}

/** The core parameters of a type, and its core result if that is not in memory. */
export const flatTypes: Record<string, [params: string, result?: string]> = {
  bool: ['i32', 'i32'],
  s8: ['i32', 'i32'],
  u8: ['i32', 'i32'],
  s16: ['i32', 'i32'],
  u16: ['i32', 'i32'],
  s32: ['i32', 'i32'],
  u32: ['i32', 'i32'],
  s64: ['i64', 'i64'],
  u64: ['i64', 'i64'],
  f32: ['f32', 'f32'],
  f64: ['f64', 'f64'],
  char: ['i32', 'i32'],
  string: ['i32 i32'],
  '(list u8)': ['i32 i32'],
  '(list s64)': ['i32 i32'],
  '(list f32)': ['i32 i32'],
  '(list string)': ['i32 i32'],
  '(list bool)': ['i32 i32'],
  '(list (tuple u8 string))': ['i32 i32'],
  '(list $record)': ['i32 i32'],
  '(list $shape)': ['i32 i32'],
  '(list u16 3)': ['i32 i32 i32'],
  '(map string u32)': ['i32 i32'],
  '(tuple u8 u64 f32)': ['i32 i64 f32'],
  $record: ['i32 i32 i32 i32 i32 i32'],
  $shape: ['i32 i64 i32'],
  $color: ['i32', 'i32'],
  $access: ['i32', 'i32'],
  '(option u32)': ['i32 i32'],
  '(option (option u8))': ['i32 i32 i32'],
  '(option string)': ['i32 i32 i32'],
  '(list (result u8 (error string)))': ['i32 i32'],
  '(list (result))': ['i32 i32'],
};
