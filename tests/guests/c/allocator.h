// A small allocator for guests: free lists by size class over a heap that grows with the linear memory.
// It counts what is live, so that a leak or a double free shows.
#pragma once
#include <stddef.h>
#include <stdint.h>

#define PAGE_SIZE 65536u
#define SMALLEST_CLASS 4u // 16 bytes, header included
#define CLASS_COUNT 28u

typedef struct block {
  uint32_t size_class;
  uint32_t in_use;
  // Where the caller's bytes begin; while the block is free, the next free block of its class.
  struct block *next_free;
} block;

#define HEADER_SIZE offsetof(block, next_free)

extern char __heap_base;
static char *heap_end = &__heap_base;
static block *free_blocks[CLASS_COUNT];
static uint32_t live_allocations;

static uint32_t size_class_of(uint32_t size) {
  uint32_t size_class = SMALLEST_CLASS;
  while (size_class < CLASS_COUNT && (1u << size_class) - HEADER_SIZE < size) size_class++;
  if (size_class == CLASS_COUNT) __builtin_trap();
  return size_class;
}

static block *carve_block(uint32_t size_class) {
  uintptr_t start = ((uintptr_t)heap_end + 7) & ~(uintptr_t)7;
  uintptr_t end = start + (1u << size_class);
  uintptr_t limit = (uintptr_t)__builtin_wasm_memory_size(0) * PAGE_SIZE;
  if (end > limit) {
    uintptr_t pages = (end - limit + PAGE_SIZE - 1) / PAGE_SIZE;
    if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) __builtin_trap();
  }
  heap_end = (char *)end;
  block *fresh = (block *)start;
  fresh->size_class = size_class;
  return fresh;
}

/// Bytes aligned to 8. An allocation of nothing is a null pointer and is not counted.
static void *allocate(uint32_t size) {
  if (size == 0) return NULL;
  uint32_t size_class = size_class_of(size);
  block *taken = free_blocks[size_class];
  if (taken) {
    free_blocks[size_class] = taken->next_free;
  } else {
    taken = carve_block(size_class);
  }
  taken->in_use = 1;
  live_allocations++;
  return &taken->next_free;
}

/// Traps when `bytes` is not live: a double free must not pass unseen.
static void release(const void *bytes) {
  if (bytes == NULL) return;
  block *freed = (block *)((uintptr_t)bytes - HEADER_SIZE);
  if (!freed->in_use) __builtin_trap();
  freed->in_use = 0;
  freed->next_free = free_blocks[freed->size_class];
  free_blocks[freed->size_class] = freed;
  live_allocations--;
}

/// What the host calls to pass strings and lists. The memory it gets belongs to the guest function that is called.
__attribute__((export_name("cabi_realloc"))) void *cabi_realloc(void *old, uint32_t old_size, uint32_t align,
                                                                uint32_t new_size) {
  if (align > 8) __builtin_trap();
  if (new_size == 0) {
    release(old);
    return NULL;
  }
  void *fresh = allocate(new_size);
  __builtin_memcpy(fresh, old, old_size < new_size ? old_size : new_size);
  release(old);
  return fresh;
}
