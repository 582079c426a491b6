// How an item is found: by its whole name, else by the beginning of the name of one item alone.
#pragma once
#include "stock.h"

static uint32_t names_that_start_with(string start, string names[STOCK_COUNT], const item **last) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < STOCK_COUNT; i++) {
    if (!starts_with(stock[i].name, start)) continue;
    names[count++] = stock[i].name;
    *last = &stock[i];
  }
  return count;
}

static const item *item_by_name(string name) {
  for (uint32_t i = 0; i < STOCK_COUNT; i++) {
    if (equal(stock[i].name, name)) return &stock[i];
  }
  return NULL;
}

static find_result found(const item *item) { return (find_result){.is_err = 0, .ok = copy_item(item)}; }

static find_result not_found(find_error why) { return (find_result){.is_err = 1, .err = why}; }

static find_error ambiguous(const string *names, uint32_t count) {
  strings copies = {allocate(count * sizeof(string)), count};
  for (uint32_t i = 0; i < count; i++) copies.items[i] = copy(names[i]);
  return (find_error){.tag = AMBIGUOUS, .ambiguous = copies};
}

static find_result find_in_stock(string name) {
  const item *match = item_by_name(name);
  if (match) return found(match);
  string names[STOCK_COUNT];
  uint32_t count = names_that_start_with(name, names, &match);
  if (count == 1) return found(match);
  if (count > 1) return not_found(ambiguous(names, count));
  return not_found((find_error){.tag = UNKNOWN_NAME, .unknown_name = copy(name)});
}

static void release_find_result(const find_result *freed) {
  if (!freed->is_err) release_item(&freed->ok);
  else if (freed->err.tag == UNKNOWN_NAME) release_string(freed->err.unknown_name);
  else if (freed->err.tag == AMBIGUOUS) release_strings(freed->err.ambiguous);
}
