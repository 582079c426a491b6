// What the shop has for sale, and what is done with items.
#pragma once
#include "shop-abi.h"

#define TAGS(...) {(string[]){__VA_ARGS__}, sizeof((string[]){__VA_ARGS__}) / sizeof(string)}
#define NOTE(literal) {1, TEXT(literal)}

static const item stock[] = {
    {1, TEXT("tea"), 450, TAGS(TEXT("drink"), TEXT("leaf")), NOTE("Picked in spring.")},
    {2, TEXT("teapot"), 2900, TAGS(TEXT("pottery")), {0}},
    {3, TEXT("kettle"), 3500, TAGS(TEXT("kitchen"), TEXT("steel")), NOTE("Whistles in C♯.")},
    {4, TEXT("biscuits"), 320, {NULL, 0}, NOTE("Mind the crumbs.")},
};

#define STOCK_COUNT (sizeof stock / sizeof *stock)

static const item *item_by_id(uint32_t id) {
  return id >= 1 && id <= STOCK_COUNT ? &stock[id - 1] : NULL;
}

static item copy_item(const item *source) {
  item copied = *source;
  copied.name = copy(source->name);
  copied.tags.items = allocate(source->tags.length * sizeof(string));
  for (uint32_t i = 0; i < source->tags.length; i++) copied.tags.items[i] = copy(source->tags.items[i]);
  if (source->note.is_some) copied.note.value = copy(source->note.value);
  return copied;
}

static void release_item(const item *freed) {
  release_string(freed->name);
  release_strings(freed->tags);
  if (freed->note.is_some) release_string(freed->note.value);
}
