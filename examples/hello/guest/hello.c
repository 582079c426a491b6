// The guest: it implements `world.wit`, and knows nothing of JavaScript. `npm run guests` compiles it to hello.wasm.
//
// Strings and records cross in linear memory, as the canonical ABI lays them out: a string is a pointer and a length,
// and a record is what C makes of the same fields.

#include <stdint.h>

typedef struct {
  const char *bytes;
  uint32_t length;
} string;

typedef struct {
  string words;
  uint32_t cups;
} welcome;

typedef struct {
  uint8_t is_err;
  union {
    welcome ok;
    string err;
  };
} greet_result;

#define TEXT(literal) ((string){literal, sizeof(literal) - 1})

__attribute__((import_module("$root"), import_name("hour"))) uint32_t import_hour(void);

// Everything that one call needs lives here. When the call is over, all of it is free again.
static char arena[64 * 1024];
static uint32_t used;

// The host asks for memory here, to put the visitor's name in.
__attribute__((export_name("cabi_realloc"))) void *cabi_realloc(void *old, uint32_t old_size, uint32_t align,
                                                                uint32_t size) {
  uint32_t start = (used + align - 1) & ~(align - 1);
  if (size > sizeof arena || start > sizeof arena - size) __builtin_trap();
  used = start + size;
  __builtin_memcpy(arena + start, old, old_size < size ? old_size : size);
  return arena + start;
}

static string join(string a, string b, string c) {
  uint32_t length = a.length + b.length + c.length;
  char *bytes = cabi_realloc(0, 0, 1, length);
  __builtin_memcpy(bytes, a.bytes, a.length);
  __builtin_memcpy(bytes + a.length, b.bytes, b.length);
  __builtin_memcpy(bytes + a.length + b.length, c.bytes, c.length);
  return (string){bytes, length};
}

static greet_result welcome_with(string opening, string name, uint32_t cups) {
  return (greet_result){.is_err = 0, .ok = {join(opening, name, TEXT("! Do come in.")), cups}};
}

static greet_result greet_at(uint32_t hour, string name) {
  if (hour < 6) return (greet_result){.is_err = 1, .err = join(TEXT("Not now, "), name, TEXT(". We are asleep."))};
  if (hour < 12) return welcome_with(TEXT("Good morning, "), name, 1);
  if (hour < 18) return welcome_with(TEXT("Good afternoon, "), name, 2);
  return welcome_with(TEXT("Good evening, "), name, 0);
}

__attribute__((export_name("greet"))) greet_result *greet(const char *visitor, uint32_t visitor_length) {
  static greet_result result;
  result = greet_at(import_hour(), (string){visitor, visitor_length});
  return &result;
}

// The host calls this once it has read the result.
__attribute__((export_name("cabi_post_greet"))) void post_greet(greet_result *result) {
  (void)result;
  used = 0;
}
