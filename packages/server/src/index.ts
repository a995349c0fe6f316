export { type ReportOnFile, reportOnFile } from './report-on-file.ts';
export { type RunningServer, type ServerOptions, startServer } from './start-server.ts';
