import {
  api,
  apiBase,
  customerDetailSchema,
  datasetSchema,
  inspectionSchema,
  jobSchema,
  kChoiceSchema,
  type Operation,
  predictionSchema,
  problemDocumentSchema,
  rowPageSchema,
  scoredFileSchema,
  segmentationDocumentSchema,
  segmentationSchema,
  segmentationSummarySchema,
  selectionSchema,
  version,
  viewsAnswerSchema,
} from '@clientele/contracts';
import { z } from 'zod';

/** A schema as the OpenAPI document holds it (JSON Schema 2020-12). */
export interface JsonSchema {
  [keyword: string]: unknown;
}

/** One operation of the document. */
export interface DocumentOperation {
  operationId: string;
  summary: string;
  tags: string[];
  parameters: { name: string; in: 'path' | 'query'; required: boolean; schema: JsonSchema }[];
  requestBody?: { required: true; content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: JsonSchema }> }>;
}

/** The API as an OpenAPI 3.1 document. */
export interface OpenapiDocument {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } };
  servers: { url: string }[];
  paths: Record<string, Record<string, DocumentOperation>>;
  components: { schemas: Record<string, JsonSchema> };
}

const description = `Long work is a job: the answer is 202 with the job; follow it at /jobs/{jobId}/events and find its
result in the job itself (Inspection, Dataset, KChoice, Segmentation, Projection or ScoredFile). Lists in a query are JSON text, such as
countries=["France"]. Errors are problem documents (RFC 9457) with a stable code.`.replaceAll('\n', ' ');

const named = z.registry<{ id: string }>();
const schemas: Record<string, z.ZodType> = {
  Dataset: datasetSchema,
  Inspection: inspectionSchema,
  KChoice: kChoiceSchema,
  Segmentation: segmentationSchema,
  SegmentationSummary: segmentationSummarySchema,
  SegmentationDocument: segmentationDocumentSchema,
  ViewsAnswer: viewsAnswerSchema,
  RowPage: rowPageSchema,
  Selection: selectionSchema,
  ScoredFile: scoredFileSchema,
  CustomerDetail: customerDetailSchema,
  Prediction: predictionSchema,
  Job: jobSchema,
  Problem: problemDocumentSchema,
};
for (const [id, schema] of Object.entries(schemas)) named.add(schema, { id });

/** Makes the document from the same operations that the server mounts. */
export function openapiDocument(): OpenapiDocument {
  const components: Record<string, JsonSchema> = {};
  for (const schema of Object.values(schemas)) answerSchema(schema, components);
  const paths: OpenapiDocument['paths'] = {};
  for (const [name, operation] of Object.entries(api) as [string, Operation][])
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: describe(name, operation, components),
    };
  return {
    openapi: '3.1.0',
    info: { title: 'Clientele', version, description, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: apiBase }],
    paths,
    components: { schemas: components },
  };
}

function describe(name: string, operation: Operation, components: Record<string, JsonSchema>): DocumentOperation {
  const { answer, media = 'application/json', body, bodyMedia, status = 200 } = operation;
  const schema = answer ? answerSchema(answer, components) : {};
  const sent = body ? inputSchema(body) : undefined;
  return {
    operationId: name,
    summary: operation.summary,
    tags: [operation.tag],
    parameters: [...parameters(operation.params, 'path'), ...parameters(operation.query, 'query')],
    ...(sent && { requestBody: { required: true, content: { 'application/json': { schema: sent } } } }),
    ...(bodyMedia && { requestBody: { required: true, content: { [bodyMedia]: { schema: {} } } } }),
    responses: {
      [status]: { description: operation.summary, ...(status !== 204 && { content: { [media]: { schema } } }) },
      default: {
        description: 'A failure',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query'): DocumentOperation['parameters'] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = inputSchema(schema) as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: property,
  }));
}

function inputSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    metadata: z.registry(),
  });
  return rest;
}

/** The schema of an answer; the named ones inside it become references, and are put into `components`. */
function answerSchema(schema: z.ZodType, components: Record<string, JsonSchema>): JsonSchema {
  const text = JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any', metadata: named }));
  const {
    $schema: _,
    $defs = {},
    ...rest
  } = JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/')) as {
    $schema?: string;
    $defs?: Record<string, JsonSchema>;
    [keyword: string]: unknown;
  };
  for (const [id, definition] of Object.entries($defs)) components[id] ??= withoutId(definition);
  const id = named.get(schema)?.id;
  if (id === undefined) return rest;
  components[id] ??= withoutId(rest);
  return { $ref: `#/components/schemas/${id}` };
}

function withoutId({ id: _, ...schema }: JsonSchema): JsonSchema {
  return schema;
}
