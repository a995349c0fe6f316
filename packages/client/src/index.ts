export { type Client, type ClientOptions, createClient } from './create-client.ts';
export type { AnswerOf, RequestOf } from './operation-types.ts';
export type { UploadOptions } from './upload-file.ts';
export type { JobResults, WatchOptions } from './watch-job.ts';
