// Strings and lists of strings as the canonical ABI lays them out, and what guests do with them.
#pragma once
#include "allocator.h"

typedef struct string {
  const char *bytes;
  uint32_t length;
} string;

typedef struct strings {
  string *items;
  uint32_t length;
} strings;

/// A string constant. It lives in the data segment: never release it, `copy` it.
#define TEXT(literal) ((string){literal, sizeof(literal) - 1})

static int starts_with(string whole, string start) {
  if (whole.length < start.length) return 0;
  for (uint32_t i = 0; i < start.length; i++) {
    if (whole.bytes[i] != start.bytes[i]) return 0;
  }
  return 1;
}

static int equal(string a, string b) { return a.length == b.length && starts_with(a, b); }

/// One new string of all parts.
static string join(const string *parts, uint32_t count) {
  uint32_t length = 0;
  for (uint32_t i = 0; i < count; i++) length += parts[i].length;
  char *bytes = allocate(length);
  uint32_t at = 0;
  for (uint32_t i = 0; i < count; i++) {
    __builtin_memcpy(bytes + at, parts[i].bytes, parts[i].length);
    at += parts[i].length;
  }
  return (string){bytes, length};
}

#define JOIN(...) join((string[]){__VA_ARGS__}, sizeof((string[]){__VA_ARGS__}) / sizeof(string))

static string copy(string source) { return join(&source, 1); }

static string decimal(uint32_t number) {
  char digits[10];
  uint32_t start = sizeof digits;
  do digits[--start] = (char)('0' + number % 10);
  while (number /= 10);
  return copy((string){digits + start, sizeof digits - start});
}

// Where nothing was allocated, a host may pass any pointer.
static void release_string(string freed) {
  if (freed.length > 0) release(freed.bytes);
}

static void release_strings(strings freed) {
  for (uint32_t i = 0; i < freed.length; i++) release_string(freed.items[i]);
  if (freed.length > 0) release(freed.items);
}
