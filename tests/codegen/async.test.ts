import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Component, LinkError } from '@wit-bindgen-ts/runtime';
import { encodeComponent } from '../harness/component-text.js';
import { GeneratedModules } from './both-ways/generated-modules.js';

const wit = `package t:t;
  interface http {
    record reply { body: stream<u8>, trailers: future<result<u32, error-context>> }
    resource request { body: func() -> stream<u8>; wait: async func(); }
    send: async func(request: request, bodies: list<stream<string>>) -> result<reply, string>;
  }
  world app { import http; export run: async func(); }`;

const guest = `(component
  (core module $m
    (func (export "run") (result i32) (i32.const 0))
    (func (export "callback") (param i32 i32 i32) (result i32) (i32.const 0)))
  (core instance $i (instantiate $m))
  (func (export "run") async (canon lift (core func $i "run") async (callback (func $i "callback")))))`;

interface AppClass {
  instantiate(component: Component, imports: object): Promise<unknown>;
}

describe('code of a world with async functions, streams and futures', () => {
  let modules: GeneratedModules;

  beforeAll(async () => {
    modules = await GeneratedModules.create();
    await modules.add('app', wit);
  });

  afterAll(async () => {
    await modules.remove();
  });

  it('compiles', () => {
    expect(modules.typeCheck()).toEqual([]);
  });

  it('can be loaded, and says that such components cannot run yet', async () => {
    const { App } = (await modules.load('app', 'app.ts')) as { App: AppClass };
    const component = await Component.compile(encodeComponent(guest));
    class Request {
      body(): object {
        return {};
      }
      async wait(): Promise<void> {}
    }
    const imports = { 't:t/http': { Request, send: () => Promise.resolve() } };
    const problem = {
      code: 'unsupported-async',
      where: 'export run',
      message: 'asynchronous functions are not supported yet',
    };
    await expect(App.instantiate(component, imports)).rejects.toThrow(LinkError);
    await expect(App.instantiate(component, imports)).rejects.toMatchObject({ problems: [problem] });
  });
});
