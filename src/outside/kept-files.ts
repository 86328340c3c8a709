import { type Files, openFiles } from './files.ts';
import { type Bucket, openS3Files } from './s3-files.ts';

/** Where a site keeps its files: in a folder, or in a bucket, for which the folder holds what is on its way. */
export interface FilesPlace {
  readonly filesFolder: string;
  readonly filesBucket: Bucket | null;
}

/** Opens the files of a site. */
export function openKeptFiles({ filesFolder, filesBucket }: FilesPlace): Files {
  return filesBucket ? openS3Files(filesBucket, filesFolder) : openFiles(filesFolder);
}
