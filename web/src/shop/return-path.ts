/** Where a person lands after signing in, if the address does not say. */
const home = '/orders'

/** Only the path of this is looked at. */
const anyOrigin = 'http://shop.invalid'

/**
 * The path to return to, from an address that anybody may have written: only a path of this site, and as the browser will
 * read it. `//evil.example`, `/\evil.example`, `/.//evil.example` and the like name another site, or become such a name.
 */
export function returnPath(asked: unknown): string {
  if (typeof asked !== 'string' || !isPath(asked) || !URL.canParse(asked, anyOrigin)) {
    return home
  }
  const { origin, pathname, search, hash } = new URL(asked, anyOrigin)
  const path = pathname + search + hash
  // A way back to signing in, or to an answer for programs, is none.
  const isPage = !/^\/(sign-in|api)(?![\w-])/.test(pathname)
  return origin === anyOrigin && isPath(path) && isPage ? path : home
}

const isPath = (text: string) => /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text)
