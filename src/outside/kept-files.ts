import { type Files, type Hold, openFiles } from './files.ts';
import { type Bucket, openS3Files } from './s3-files.ts';

/** Where a site keeps its files: in a folder, or in a bucket, for which the folder holds what is on its way. */
export interface FilesPlace {
  readonly filesFolder: string;
  readonly filesBucket: Bucket | null;
}

/** Opens the files of a site; whoever puts files down beside others who may sweep them says so by `hold`. */
export function openKeptFiles({ filesFolder, filesBucket }: FilesPlace, hold?: Hold): Files {
  return filesBucket ? openS3Files(filesBucket, filesFolder, { hold }) : openFiles(filesFolder, hold);
}
