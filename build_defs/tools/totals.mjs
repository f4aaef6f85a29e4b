/** A reporter of `node --test`: what failed, in full, and the last line that ./test counts by. */
export default async function* totals(events) {
  const count = { pass: 0, fail: 0 }
  for await (const { type, data } of events) {
    const isTest = data?.details?.type !== 'suite'
    if (type === 'test:pass' && isTest) {
      count.pass++
    }
    if (type === 'test:fail' && isTest) {
      count.fail++
      const error = data.details.error
      yield `FAIL ${data.file ?? ''} ${data.name}\n  ${error.cause?.stack ?? error.cause ?? error.stack}\n`
    }
  }
  yield `${count.pass} passed, ${count.fail} failed\n`
}
