// The guest of `world.wit`: a shop with four items. All of it is deterministic.
//
//   id  name      price  tags            note
//    1  tea         450  drink, leaf     Picked in spring.
//    2  teapot     2900  pottery         –
//    3  kettle     3500  kitchen, steel  Whistles in C♯.
//    4  biscuits    320  –               Mind the crumbs.
//
// find("closing time") closes the shop: from then on every find answers `closed`. A cart takes 99 of an item at most,
// and knows items by their id. What it writes to the log:
//
//   info   find: <name>                     for each find
//   warn   the shop closes                  for find("closing time")
//   info   cart of <owner>: <n> x <name>    for each add that succeeds
//   warn   cart of <owner>: <reason>        for each add that fails
//   debug  cart of <owner>: gone            when a cart is dropped, or merged into another
//
// The functions below are the exports. What they are passed they own, and free; what they return, the host hands back
// to the post-return function, which frees it.

#include "cart.h"
#include "find.h"

static int is_closed;

static void log_line(level level, string line) {
  import_log_write(level, line.bytes, line.length);
  release_string(line);
}

static void log_cart(level level, const cart *cart, string event) {
  log_line(level, JOIN(TEXT("cart of "), cart->owner, TEXT(": "), event));
}

EXPORT("version") string *version(void) {
  static string result;
  result = copy(TEXT(VERSION));
  return &result;
}

POST_RETURN("version") void post_version(string *result) { release_string(*result); }

EXPORT(INVENTORY "#find") find_result *find(char *bytes, uint32_t length) {
  static find_result result;
  string name = {bytes, length};
  log_line(INFO, JOIN(TEXT("find: "), name));
  if (equal(name, TEXT("closing time"))) {
    is_closed = 1;
    log_line(WARN, copy(TEXT("the shop closes")));
  }
  result = is_closed ? not_found((find_error){.tag = CLOSED}) : find_in_stock(name);
  release_string(name);
  return &result;
}

POST_RETURN(INVENTORY "#find") void post_find(find_result *result) { release_find_result(result); }

EXPORT(INVENTORY "#items") items *list_items(void) {
  static items result;
  result = (items){allocate(STOCK_COUNT * sizeof(item)), STOCK_COUNT};
  for (uint32_t i = 0; i < STOCK_COUNT; i++) result.items[i] = copy_item(&stock[i]);
  return &result;
}

POST_RETURN(INVENTORY "#items") void post_items(items *result) {
  for (uint32_t i = 0; i < result->length; i++) release_item(&result->items[i]);
  release(result->items);
}

EXPORT(INVENTORY "#[constructor]cart") own_cart cart_constructor(char *owner, uint32_t owner_length) {
  return new_cart_handle(create_cart((string){owner, owner_length}));
}

EXPORT(INVENTORY "#[dtor]cart") void cart_destructor(cart *self) {
  log_cart(DEBUG, self, TEXT("gone"));
  release_cart(self);
}

static void log_added(const cart *cart, string name, uint32_t count) {
  string number = decimal(count);
  string event = JOIN(number, TEXT(" x "), name);
  log_cart(INFO, cart, event);
  release_string(event);
  release_string(number);
}

// The record is passed flat: one parameter for each field, two for a string, a list or an option of a string's discriminant.
EXPORT(INVENTORY "#[method]cart.add")
add_result *cart_add(cart *self, uint32_t id, char *name, uint32_t name_length, uint64_t price, string *tags,
                     uint32_t tags_length, int32_t note_is_some, char *note, uint32_t note_length,
                     uint32_t count) {
  static add_result result;
  item item = {id, {name, name_length}, price, {tags, tags_length}, {note_is_some != 0, {note, note_length}}};
  result = add_to_cart(self, id, count);
  if (result.is_err) log_cart(WARN, self, result.err);
  else log_added(self, item_by_id(id)->name, count);
  release_item(&item);
  return &result;
}

POST_RETURN(INVENTORY "#[method]cart.add") void post_cart_add(add_result *result) {
  if (result->is_err) release_string(result->err);
}

EXPORT(INVENTORY "#[method]cart.contents") counted_items *cart_contents(cart *self) {
  static counted_items result;
  result = contents_of_cart(self);
  return &result;
}

POST_RETURN(INVENTORY "#[method]cart.contents") void post_cart_contents(counted_items *result) {
  release_contents(result);
}

EXPORT(INVENTORY "#[method]cart.total") uint64_t cart_total(cart *self) { return total_of_cart(self); }

EXPORT(INVENTORY "#[static]cart.merge") own_cart cart_merge(own_cart a, own_cart b) {
  cart *merged = merge_carts(rep_of_cart(a), rep_of_cart(b));
  drop_cart_handle(a); // The carts were moved here: dropping them runs their destructors.
  drop_cart_handle(b);
  return new_cart_handle(merged);
}
