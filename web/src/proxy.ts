import { NextResponse, type NextRequest } from 'next/server'

/**
 * Gives each page of the shop its content security policy. Scripts run by nonce only, nothing is
 * evaluated, and nothing is asked of another host. The admin pages of Payload bring inline scripts
 * and are left out.
 */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  const policy = contentSecurityPolicy(nonce)
  // NextJS reads the nonce for its own scripts from the request's header.
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  response.headers.set('X-Content-Type-Options', 'nosniff')
  response.headers.set('Referrer-Policy', 'same-origin')
  return response
}

/** The only style attributes in markup: two that React Query's devtools bring. A new version may have others. */
const devtoolsStyles =
  "'unsafe-hashes' 'sha256-6iBegJ/sWrknUapNb/VAyzeSkc73/g0eav9pJATaj7w=' 'sha256-z5mjVlGvIqlpws70aDDCRWDwPM/OB0RlQrQtz4+02j0='"

function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === 'development'
  return [
    "default-src 'self'",
    // React's development build evaluates code to rebuild the server's stack traces.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    `style-src-attr ${development ? "'unsafe-inline'" : devtoolsStyles}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

export const config = {
  matcher: '/((?!admin|api|_next|icon.svg).*)',
}
