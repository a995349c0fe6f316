import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const sampleMs = 4;

function highWaterMiB(pid) {
  try {
    const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return line ? Number(line[1]) / 1024 : null;
  } catch {
    return null;
  }
}

/** Runs a whole process and waits: wall seconds, peak resident memory (Linux; null elsewhere), stdout. */
export function runProcess(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let [stdout, stderr, peakMiB] = ['', '', null];
    const timer = setInterval(() => {
      peakMiB = highWaterMiB(child.pid) ?? peakMiB;
    }, sampleMs);
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      if (code !== 0) reject(new Error(`${command} ended with ${code}: ${stderr.trim().split('\n').at(-1)}`));
      else resolve({ seconds: (performance.now() - started) / 1000, peakMiB, stdout });
    });
  });
}

/** Minimum and median of numbers. */
export function summary(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { minimum: sorted[0], median, maximum: sorted.at(-1), runs: sorted.length };
}

/** The value below which the share q of the values lies. */
export function percentile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}
