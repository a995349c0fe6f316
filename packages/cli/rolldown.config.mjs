import { defineConfig } from 'rolldown';

// The command as few files: a process starts in a third of the time that hundreds of modules take to find and read.
export default defineConfig({
  // The server starts its thread from a file beside its own code.
  input: { main: 'dist/main.js', 'run-worker': '../server/dist/runs/run-worker.js' },
  platform: 'node',
  // The PDF library reads its own files by paths beside them.
  external: [/^@duckdb\/node-bindings/, 'pdfkit', 'svg-to-pdfkit'],
  output: {
    dir: 'dist/bundle',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    cleanDir: true,
    minify: true,
  },
});
