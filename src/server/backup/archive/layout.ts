/*
 * A backup is a plain tar file (POSIX ustar):
 *
 *   compagnon.json                 what this is, and the version of this layout
 *   media/…                        uploaded files, as they are
 *   rows/<section>/0001.ndjson.gz  rows, one JSON object a line
 *   manifest.json                  what should be in here, written last
 *   sha256                         of every byte before this entry
 *
 * The last entry, with tar's own end, takes 2,048 bytes, so that anybody may check a file without us:
 * `head -c -2048 FILE | sha256sum` says what `tar xOf FILE sha256` says.
 */

export const FORMAT = 'compagnon-backup'
export const FORMAT_VERSION = 1

export const HEAD = 'compagnon.json'
export const MANIFEST = 'manifest.json'
export const SUM = 'sha256'
export const MEDIA = 'media/'
export const ROWS = 'rows/'

/** A header, the sum in a block, and tar's end: two empty blocks. */
export const SUM_BYTES = 2_048
/** Two empty blocks. */
export const END_BYTES = 1_024

export const partName = (section: string, part: number): string =>
  `${ROWS}${section}/${String(part).padStart(4, '0')}.ndjson.gz`

/** The section whose rows an entry holds; undefined for any other entry. */
export const sectionOf = (entry: string): string | undefined =>
  /^rows\/([^/]+)\/\d{4,}\.ndjson\.gz$/.exec(entry)?.[1]
