// The types of `world.wit` as the canonical ABI lays them out in wasm32 memory, and the imports of the world.
// C aligns the fields of these structures exactly as the ABI does.
#pragma once
#include "../c/strings.h"

#ifndef VERSION
#error "VERSION is that of the package: -DVERSION=\"1.2.0\""
#endif

#define LOG "example:shop/log@" VERSION
#define INVENTORY "example:shop/inventory@" VERSION
#define IMPORT(module, name) __attribute__((import_module(module), import_name(name)))
#define EXPORT(name) __attribute__((export_name(name)))
#define POST_RETURN(name) EXPORT("cabi_post_" name)

typedef enum level { DEBUG, INFO, WARN } level;

typedef struct option_string {
  uint8_t is_some;
  string value;
} option_string;

typedef struct item {
  uint32_t id;
  string name;
  uint64_t price;
  strings tags;
  option_string note;
} item;

typedef struct items {
  item *items;
  uint32_t length;
} items;

typedef struct find_error {
  enum : uint8_t { UNKNOWN_NAME, AMBIGUOUS, CLOSED } tag;
  union {
    string unknown_name;
    strings ambiguous;
  };
} find_error;

typedef struct find_result {
  uint8_t is_err;
  union {
    item ok;
    find_error err;
  };
} find_result;

typedef struct add_result {
  uint8_t is_err;
  union {
    uint32_t ok;
    string err;
  };
} add_result;

typedef struct counted_item {
  item item;
  uint32_t count;
} counted_item;

typedef struct counted_items {
  counted_item *items;
  uint32_t length;
} counted_items;

typedef struct cart cart;
typedef int32_t own_cart;

IMPORT(LOG, "write") void import_log_write(level level, const char *message, uint32_t length);
IMPORT("[export]" INVENTORY, "[resource-new]cart") own_cart new_cart_handle(cart *rep);
IMPORT("[export]" INVENTORY, "[resource-rep]cart") cart *rep_of_cart(own_cart handle);
IMPORT("[export]" INVENTORY, "[resource-drop]cart") void drop_cart_handle(own_cart handle);
