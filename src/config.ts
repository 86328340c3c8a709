import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** Everything that is decided before the site starts, from the command line and the environment. */
export interface Config {
  /** The folder of everything the site keeps. */
  readonly data: string;
  /** A PostgreSQL URL, or the path of the SQLite file. */
  readonly database: string;
  /** The public address without a last slash, or null: the address listened on. */
  readonly url: string | null;
  readonly host: string;
  readonly port: number;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly mailFolder: string;
  /** Where files are kept by what is in them. */
  readonly filesFolder: string;
  /** The bucket in which they are kept instead; the folder then holds what is on its way. */
  readonly filesBucket: FilesBucket | null;
  /** Whether a proxy before us may say whom it speaks for. */
  readonly trustProxy: boolean;
  readonly demo: boolean;
  readonly logLevel: string;
}

/** A bucket of S3-compatible storage. */
export interface FilesBucket {
  /** Without a last slash; the bucket's name comes behind it. */
  readonly endpoint: string;
  readonly bucket: string;
  /** What stands before every name: empty, or with a slash at its end. */
  readonly prefix: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | null;
}

/** What the command line may say; it wins over the environment. */
export interface Options {
  data?: string | undefined;
  database?: string | undefined;
  host?: string | undefined;
  port?: string | undefined;
  demo?: boolean | undefined;
}

/** A setting that cannot be used, in a sentence. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const PORT = z.coerce.number().int().min(0).max(65_535);
const LEVEL = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']);

/**
 * Reads options and environment into one frozen object, and makes the data folder.
 *
 * @throws ConfigError with a sentence that names the setting
 */
export function readConfig(options: Options, environment: Record<string, string | undefined>): Config {
  const data = resolve(options.data ?? environment.HOUSELIGHTS_DATA ?? './data');
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new ConfigError(`The data folder ${data} cannot be made: ${(error as Error).message}`);
  }
  const database = options.database ?? environment.DATABASE_URL ?? join(data, 'houselights.sqlite');
  if (/^[a-z]+:\/\//i.test(database) && !/^postgres(ql)?:\/\//.test(database))
    throw new ConfigError('The database must be a postgres:// URL; leave it out to use SQLite.');
  const port = PORT.safeParse(options.port ?? environment.PORT ?? 3000);
  if (!port.success) throw new ConfigError('The port must be a whole number from 0 to 65535.');
  const level = LEVEL.safeParse(environment.LOG_LEVEL ?? 'info');
  if (!level.success) throw new ConfigError(`LOG_LEVEL must be one of ${LEVEL.options.join(', ')}.`);
  const url = publicUrl(environment.HOUSELIGHTS_URL);
  return Object.freeze({
    data,
    database,
    url,
    host: options.host ?? environment.HOST ?? '127.0.0.1',
    port: port.data,
    smtpUrl: environment.SMTP_URL || null,
    mailFrom: environment.MAIL_FROM || `houselights@${url ? new URL(url).hostname : 'localhost'}`,
    mailFolder: join(data, 'mail'),
    filesFolder: join(data, 'files'),
    filesBucket: bucket(environment),
    trustProxy: /^(1|true|yes)$/i.test(environment.TRUST_PROXY ?? ''),
    demo: options.demo ?? false,
    logLevel: level.data,
  });
}

/** A bucket's name, and what may stand before the names in it: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ */
const BUCKET = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])((?:\/[\w-][\w.-]*)*)\/?(?:\?(.*))?$/;

/**
 * Where files are kept, of `HOUSELIGHTS_FILES`: `s3://bucket/prefix?endpoint=https://…&region=…`. The keys are those
 * that tools of AWS take.
 */
function bucket(environment: Record<string, string | undefined>): FilesBucket | null {
  const text = environment.HOUSELIGHTS_FILES;
  if (!text) return null;
  const [, name, path = '', query = ''] = BUCKET.exec(text) ?? [];
  if (name === undefined)
    throw new ConfigError(
      'HOUSELIGHTS_FILES must be a bucket such as s3://films/houselights?endpoint=https://s3.example.org&region=eu-1.',
    );
  const said = new URLSearchParams(query);
  const region = said.get('region') ?? environment.AWS_REGION ?? 'us-east-1';
  const endpoint = said.get('endpoint') ?? `https://s3.${region}.amazonaws.com`;
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.username)
    throw new ConfigError(
      'The endpoint in HOUSELIGHTS_FILES must be an address such as https://s3.example.org.',
    );
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment;
  if (!accessKeyId || !secretAccessKey)
    throw new ConfigError('HOUSELIGHTS_FILES needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.');
  const prefix = path === '' ? '' : `${path.slice(1)}/`;
  const sessionToken = environment.AWS_SESSION_TOKEN || null;
  const keys = { accessKeyId, secretAccessKey, sessionToken };
  return Object.freeze({ endpoint: url.origin, bucket: name, prefix, region, ...keys });
}

function publicUrl(text: string | undefined): string | null {
  if (!text) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new ConfigError('HOUSELIGHTS_URL must be an address such as https://films.example.org.');
  if (url.pathname !== '/' || url.search || url.hash)
    throw new ConfigError('HOUSELIGHTS_URL is an address without a path: https://films.example.org.');
  return url.origin;
}
