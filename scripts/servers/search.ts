/** Where programs are looked for and where fetched ones are kept. */
import { accessSync, constants, statSync } from 'node:fs';

export interface Search {
  /** Folder for downloads and wheels. */
  cacheDir: string;
  path: string;
  /** A proxy resolves names elsewhere. */
  proxied: boolean;
  report: (line: string) => void;
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
