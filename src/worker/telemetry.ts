import { makeTelemetryFilterString, Runtime, type LogLevel, type LogMetadata } from '@temporalio/worker';
import type { Log } from '../log';

/** SDK logs through our own logger, SDK metrics for Prometheus on the given address. Once, before any connection. */
export function installTelemetry(log: Log, metricsAddress: string): void {
  Runtime.install({
    logger: {
      log: (level, message, meta) => write(log, level, { message, meta }),
      trace: (message, meta) => write(log, 'TRACE', { message, meta }),
      debug: (message, meta) => write(log, 'DEBUG', { message, meta }),
      info: (message, meta) => write(log, 'INFO', { message, meta }),
      warn: (message, meta) => write(log, 'WARN', { message, meta }),
      error: (message, meta) => write(log, 'ERROR', { message, meta }),
    },
    telemetryOptions: {
      logging: { filter: makeTelemetryFilterString({ core: 'WARN', other: 'WARN' }), forward: {} },
      metrics: {
        prometheus: {
          bindAddress: metricsAddress,
          useSecondsForDurations: true,
          unitSuffix: true,
          countersTotalSuffix: true,
        },
        globalTags: { service: 'offer-publication' },
      },
    },
    // SIGTERM and SIGINT are ours: health must go on answering while copies write their journals.
    shutdownSignals: [],
  });
}

type Entry = { readonly message: string; readonly meta: LogMetadata | undefined };

function write(log: Log, level: LogLevel, { message, meta = {} }: Entry): void {
  const { taskToken: _secret, ...fields } = meta;
  log[levels[level]](fields, message);
}

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;
