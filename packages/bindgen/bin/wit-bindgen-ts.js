#!/usr/bin/env node
import module from 'node:module';

// Compiling is most of what a start takes: Node 22.8 and later keep the result from one to the next.
module.enableCompileCache?.();
await import('../dist/cli/main.js');
