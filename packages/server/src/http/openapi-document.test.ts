import { api } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { docsPage } from './docs-page.ts';
import { openapiDocument } from './openapi-document.ts';

const document = openapiDocument();

describe('openapiDocument', () => {
  it('describes every operation once, under its own name', () => {
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map((one) => one.operationId),
    );
    expect(ids.sort()).toEqual(Object.keys(api).sort());
  });

  it('has a schema for every reference', () => {
    const references = JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g);
    const names = new Set([...references].map(([, name]) => name));
    expect(names.size).toBeGreaterThan(5);
    for (const name of names) expect(document.components.schemas).toHaveProperty(String(name));
  });

  it('names each parameter of a path', () => {
    for (const [path, methods] of Object.entries(document.paths))
      for (const { parameters } of Object.values(methods))
        expect(parameters.filter((one) => one.in === 'path').map((one) => `{${one.name}}`)).toEqual(
          path.match(/\{\w+\}/g) ?? [],
        );
  });
});

describe('docsPage', () => {
  it('shows every operation and needs no script', () => {
    const page = docsPage(document);
    for (const { summary } of Object.values(api)) expect(page).toContain(summary.replaceAll('"', '&quot;'));
    expect(page).not.toContain('<script');
  });
});
