// The carts that customers fill.
#pragma once
#include "stock.h"

#define MOST_OF_ONE_ITEM 99u

struct cart {
  string owner;
  uint32_t counts[STOCK_COUNT]; // of the item with this index in `stock`
};

static cart *create_cart(string owner) {
  cart *created = allocate(sizeof(cart));
  *created = (cart){.owner = owner};
  return created;
}

static void release_cart(cart *freed) {
  release_string(freed->owner);
  release(freed);
}

static add_result refuse(string why) { return (add_result){.is_err = 1, .err = why}; }

static add_result refuse_unknown_id(uint32_t id) {
  string number = decimal(id);
  add_result refused = refuse(JOIN(TEXT("the shop has no item "), number));
  release_string(number);
  return refused;
}

static add_result add_to_cart(cart *cart, uint32_t id, uint32_t count) {
  if (!item_by_id(id)) return refuse_unknown_id(id);
  if (count == 0) return refuse(copy(TEXT("nothing to add")));
  uint32_t *held = &cart->counts[id - 1];
  if (count > MOST_OF_ONE_ITEM - *held) return refuse(copy(TEXT("a cart holds 99 of an item at most")));
  *held += count;
  return (add_result){.is_err = 0, .ok = *held};
}

static counted_items contents_of_cart(const cart *cart) {
  counted_items contents = {allocate(STOCK_COUNT * sizeof(counted_item)), 0};
  for (uint32_t i = 0; i < STOCK_COUNT; i++) {
    if (cart->counts[i] == 0) continue;
    contents.items[contents.length++] = (counted_item){copy_item(&stock[i]), cart->counts[i]};
  }
  return contents;
}

static void release_contents(const counted_items *freed) {
  for (uint32_t i = 0; i < freed->length; i++) release_item(&freed->items[i].item);
  release(freed->items);
}

static uint64_t total_of_cart(const cart *cart) {
  uint64_t total = 0;
  for (uint32_t i = 0; i < STOCK_COUNT; i++) total += stock[i].price * cart->counts[i];
  return total;
}

static cart *merge_carts(const cart *a, const cart *b) {
  cart *merged = create_cart(JOIN(a->owner, TEXT(" and "), b->owner));
  for (uint32_t i = 0; i < STOCK_COUNT; i++) merged->counts[i] = a->counts[i] + b->counts[i];
  return merged;
}
