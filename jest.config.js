/** @type {import('jest').Config} */
export default {
  testMatch: ['<rootDir>/{packages/*,tests}/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  testEnvironment: 'node',
  // A test that hangs is found; one that waits for a busy machine is no failure.
  testTimeout: 60_000,
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/tools/jest-typescript.js' },
  moduleNameMapper: {
    // Packages are tested from their sources.
    '^@wit-bindgen-ts/(runtime|wit-parser)$': '<rootDir>/packages/$1/src/index.ts',
    '^@wit-bindgen-ts/runtime/structure$': '<rootDir>/packages/runtime/src/structure.ts',
    '^@wit-bindgen-ts/runtime/abi$': '<rootDir>/packages/runtime/src/abi/index.ts',
    '^@wit-bindgen-ts/runtime/precompiled$': '<rootDir>/packages/runtime/src/precompiled.ts',
    '^@wit-bindgen-ts/runtime/codegen/v1$': '<rootDir>/packages/runtime/src/codegen/v1/index.ts',
    '^wit-bindgen-ts$': '<rootDir>/packages/bindgen/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};
