// The guest of `world.wit`: each function allocates its result, and its post-return frees it.

#include "call-log.h"

#define EXPORT(name) __attribute__((export_name(name)))
#define POST_RETURN(name) EXPORT("cabi_post_" name)

typedef struct numbers {
  uint32_t *items;
  uint32_t length;
} numbers;

typedef struct parcel {
  string label;
  numbers weights;
  strings contents;
} parcel;

enum shape_case { NOTHING, NUMBER, TEXT_CASE };

typedef struct shape {
  uint8_t tag;
  union {
    uint32_t number;
    string text;
  };
} shape;

typedef struct strings_result {
  uint8_t is_err;
  union {
    strings ok;
    string err;
  };
} strings_result;

typedef struct calls {
  call *items;
  uint32_t length;
} calls;

/// Every function with a post-return returns through here, and every post-return begins with the other.
#define LOGGED_RETURN(name, pointer) (log_return(TEXT(name), (uint32_t)(pointer)), (pointer))
#define LOG_POST_RETURN(name, pointer) log_post_return(TEXT(name), (uint32_t)(pointer))

static string words_in_a_row(uint32_t count) {
  char *bytes = allocate(count * 4);
  for (uint32_t i = 0; i < count; i++) __builtin_memcpy(bytes + i * 4, "word", 4);
  return (string){bytes, count * 4};
}

static strings numbered_words(uint32_t count) {
  strings words = {allocate(count * sizeof(string)), count};
  for (uint32_t i = 0; i < count; i++) {
    string number = decimal(i);
    words.items[i] = JOIN(TEXT("word "), number);
    release_string(number);
  }
  return words;
}

static numbers numbers_up_to(uint32_t count) {
  numbers result = {allocate(count * sizeof(uint32_t)), count};
  for (uint32_t i = 0; i < count; i++) result.items[i] = i;
  return result;
}

EXPORT("make-string") string *make_string(uint32_t count) {
  static string result;
  result = words_in_a_row(count);
  return LOGGED_RETURN("make-string", &result);
}

POST_RETURN("make-string") void post_make_string(string *result) {
  LOG_POST_RETURN("make-string", result);
  release_string(*result);
}

EXPORT("make-strings") strings *make_strings(uint32_t count) {
  static strings result;
  result = numbered_words(count);
  return LOGGED_RETURN("make-strings", &result);
}

POST_RETURN("make-strings") void post_make_strings(strings *result) {
  LOG_POST_RETURN("make-strings", result);
  release_strings(*result);
}

EXPORT("make-numbers") numbers *make_numbers(uint32_t count) {
  static numbers result;
  result = numbers_up_to(count);
  return LOGGED_RETURN("make-numbers", &result);
}

POST_RETURN("make-numbers") void post_make_numbers(numbers *result) {
  LOG_POST_RETURN("make-numbers", result);
  release(result->items);
}

EXPORT("make-parcel") parcel *make_parcel(uint32_t count) {
  static parcel result;
  result = (parcel){copy(TEXT("parcel")), numbers_up_to(count), numbered_words(count)};
  return LOGGED_RETURN("make-parcel", &result);
}

POST_RETURN("make-parcel") void post_make_parcel(parcel *result) {
  LOG_POST_RETURN("make-parcel", result);
  release_string(result->label);
  release(result->weights.items);
  release_strings(result->contents);
}

EXPORT("make-shape") shape *make_shape(uint32_t which) {
  static shape result;
  result = (shape){.tag = (uint8_t)which};
  if (which == NUMBER) result.number = 7;
  if (which == TEXT_CASE) result.text = copy(TEXT("word"));
  return LOGGED_RETURN("make-shape", &result);
}

POST_RETURN("make-shape") void post_make_shape(shape *result) {
  LOG_POST_RETURN("make-shape", result);
  if (result->tag == TEXT_CASE) release_string(result->text);
}

EXPORT("try-strings") strings_result *try_strings(uint32_t count) {
  static strings_result result;
  if (count > 0) result = (strings_result){.is_err = 0, .ok = numbered_words(count)};
  else result = (strings_result){.is_err = 1, .err = copy(TEXT("no words"))};
  return LOGGED_RETURN("try-strings", &result);
}

POST_RETURN("try-strings") void post_try_strings(strings_result *result) {
  LOG_POST_RETURN("try-strings", result);
  if (result->is_err) release_string(result->err);
  else release_strings(result->ok);
}

EXPORT("measure") uint32_t measure(string *words, uint32_t count) {
  uint32_t total = 0;
  for (uint32_t i = 0; i < count; i++) total += words[i].length;
  release_strings((strings){words, count});
  return total;
}

EXPORT("add") uint32_t add(uint32_t a, uint32_t b) { return a + b; }

EXPORT("double") uint64_t double_number(uint64_t number) {
  log_return(TEXT("double"), number * 2);
  return number * 2;
}

POST_RETURN("double") void post_double(uint64_t result) { log_post_return(TEXT("double"), result); }

EXPORT("live") uint32_t live(void) { return live_allocations; }

EXPORT("calls") calls *list_calls(void) {
  static calls result;
  result = (calls){allocate(call_count * sizeof(call)), call_count};
  for (uint32_t i = 0; i < call_count; i++) result.items[i] = call_log[i];
  return &result;
}

// The names are constants: only the list was allocated.
POST_RETURN("calls") void post_calls(calls *result) { release(result->items); }
