// What became of the calls of functions that have a post-return.
#pragma once
#include "../c/strings.h"

typedef struct call {
  string name;
  uint64_t returned;
  uint32_t post_returns;
  uint64_t received;
} call;

#define MOST_CALLS 64u

static call call_log[MOST_CALLS];
static uint32_t call_count;

static void log_return(string name, uint64_t flat_result) {
  if (call_count < MOST_CALLS) call_log[call_count++] = (call){.name = name, .returned = flat_result};
}

/// Counts for the latest call of that name: instances are not entered between a call and its post-return.
static void log_post_return(string name, uint64_t flat_result) {
  for (uint32_t i = call_count; i-- > 0;) {
    if (!equal(call_log[i].name, name)) continue;
    call_log[i].post_returns++;
    call_log[i].received = flat_result;
    return;
  }
}
