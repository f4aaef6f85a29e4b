// Shared by the probes: answers given by hand, and a wait that lets everything queued run.
export const START = { title: 't0', status: 's0' }

export const show = (record) => (record ? `${record.title}/${record.status}` : String(record))

export const deferred = () => {
  let resolve, reject
  const promise = new Promise((ok, no) => {
    resolve = ok
    reject = no
  })
  promise.catch(() => {})
  return { promise, resolve, reject }
}

export const rest = async (ms = 5) => {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setTimeout(resolve, ms / 5))
}

/** Two requests, answered by hand. */
export const requests = () => ({ A: deferred(), B: deferred() })

export const failure = () => new Error('A failed')
