import { defineConfig } from 'rolldown';

// The command as few files: a process starts in a third of the time that hundreds of modules take to find and read.
export default defineConfig({
  input: 'dist/main.js',
  platform: 'node',
  external: [/^@duckdb\/node-bindings/],
  output: {
    dir: 'dist/bundle',
    format: 'esm',
    entryFileNames: 'main.js',
    chunkFileNames: '[name]-[hash].js',
    cleanDir: true,
  },
});
