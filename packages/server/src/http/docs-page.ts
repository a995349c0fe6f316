import type { DocumentOperation, JsonSchema, OpenapiDocument } from './openapi-document.ts';

const style = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
summary { cursor: pointer; padding: .35rem 0; }
code, pre { font: 13px/1.45 ui-monospace, monospace; }
pre { overflow: auto; padding: .75rem; border: 1px solid color-mix(in srgb, currentColor 20%, transparent); border-radius: 6px; }
table { border-collapse: collapse; } th, td { text-align: left; padding: .2rem 1rem .2rem 0; vertical-align: top; }
.verb { display: inline-block; width: 4.5rem; font-weight: 600; }`;

/** The OpenAPI document as a page to read; it needs no script and nothing from elsewhere. */
export function docsPage(document: OpenapiDocument): string {
  const byTag = new Map<string, string[]>();
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags[0] ?? '';
      byTag.set(tag, [...(byTag.get(tag) ?? []), section(method, path, operation)]);
    }
  const operations = [...byTag].map(([tag, sections]) => `<h2>${escaped(tag)}</h2>${sections.join('')}`).join('');
  const schemas = Object.entries(document.components.schemas)
    .map(
      ([id, schema]) =>
        `<details id="schema-${escaped(id)}"><summary>${escaped(id)}</summary>${code(schema)}</details>`,
    )
    .join('');
  const { title, version, description } = document.info;
  const base = document.servers[0]?.url ?? '';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${escaped(title)} API</title><style>${style}</style></head><body>
<h1>${escaped(title)} API ${escaped(version)}</h1><p>${escaped(description)}</p>
<p>All paths are under <code>${escaped(base)}</code>. The same as a document:
<a href="${escaped(base)}/openapi.json">openapi.json</a>.</p>${operations}<h2>Schemas</h2>${schemas}</body></html>`;
}

function section(method: string, path: string, operation: DocumentOperation): string {
  const rows = operation.parameters.map(
    ({ name, in: place, required, schema }) =>
      `<tr><td><code>${escaped(name)}</code></td><td>${place}${required ? ', required' : ''}</td><td><code>${escaped(JSON.stringify(schema))}</code></td></tr>`,
  );
  const sent = Object.entries(operation.requestBody?.content ?? {});
  const [status, answer] = Object.entries(operation.responses)[0] ?? ['', undefined];
  return `<details id="${escaped(operation.operationId)}"><summary><span class="verb">${method.toUpperCase()}</span>
<code>${escaped(path)}</code> ${escaped(operation.summary)}</summary>
${rows.length > 0 ? `<table><tr><th>Parameter</th><th>Where</th><th>Schema</th></tr>${rows.join('')}</table>` : ''}
${sent.map(([media, { schema }]) => `<p>Body: ${escaped(media)}</p>${code(schema)}`).join('')}
<p>Answer ${escaped(status)}: ${Object.entries(answer?.content ?? {})
    .map(([media, { schema }]) => `${escaped(media)}${code(schema)}`)
    .join('')}</p></details>`;
}

function code(schema: JsonSchema): string {
  if (Object.keys(schema).length === 0) return '';
  return `<pre>${escaped(JSON.stringify(schema, null, 2)).replaceAll(
    /#\/components\/schemas\/(\w+)/g,
    '<a href="#schema-$1">$1</a>',
  )}</pre>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
