import { APIError } from 'payload'

/**
 * The versions that a request was made from: `If-Match` of HTTP, or `context.ifMatch` of the local API.
 *
 * A tag is a version in quotes. What proxies make of a tag when they compress an answer means the same: `W/"3"`, `"3-gzip"`,
 * `"3;br"`. A bulk write may name each record: `"12:3", "13:7"` is version 3 of record 12 and version 7 of record 13.
 */
export class Expected {
  private constructor(
    private readonly any: boolean,
    private readonly tags: ReadonlySet<string>,
    private readonly byId: ReadonlyMap<string, Set<string>>,
  ) {}

  /** Throws an error of status 400 if the header is no list of tags. */
  static ofHeader(header: string): Expected {
    const parts = header.split(',').map((part) => part.trim())
    if (header.length > LONGEST || parts.some((part) => part !== '*' && !TAG.test(part))) {
      throw new APIError('If-Match must be a list of tags in quotes, such as "3".', 400)
    }
    const tags = parts.filter((part) => part !== '*').map(plainTag)
    return new Expected(parts.includes('*'), new Set(tags), byIdOf(tags))
  }

  /** Of the local API: a version, a header, or a version for each id. */
  static of(value: unknown): Expected {
    if (typeof value === 'number') {
      return Expected.ofHeader(`"${value}"`)
    }
    if (typeof value === 'string') {
      return Expected.ofHeader(value)
    }
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const tags = Object.entries(value).map(([id, version]) => `${encodeURIComponent(id)}:${version}`)
      return new Expected(false, new Set(tags), byIdOf(tags))
    }
    throw new APIError('context.ifMatch must be a version, a text such as "3" in quotes, or versions by id.', 400)
  }

  /** Whether the record with this id may be written if it has this version. */
  matches(id: unknown, version: number): boolean {
    return (
      this.any ||
      this.tags.has(String(version)) ||
      (this.byId.get(encodeURIComponent(String(id)))?.has(`${version}`) ?? false)
    )
  }
}

/** The tag of a version. */
export const tagOf = (version: number) => `"${version}"`

/** More than any honest list: a bulk write of a thousand records. */
const LONGEST = 64_000

const TAG = /^(?:W\/)?"[\x21\x23-\x7e]*"$/

/** Without quotes, the mark of a weak tag, and what compression adds. */
const plainTag = (tag: string) =>
  tag
    .replace(/^W\//, '')
    .slice(1, -1)
    .replace(/[-;](?:gzip|br|deflate|zstd)$/, '')

function byIdOf(tags: string[]): Map<string, Set<string>> {
  const byId = new Map<string, Set<string>>()
  for (const tag of tags) {
    const colon = tag.lastIndexOf(':')
    if (colon > 0) {
      const id = tag.slice(0, colon)
      byId.set(id, (byId.get(id) ?? new Set()).add(tag.slice(colon + 1)))
    }
  }
  return byId
}
