// The one table, and the figures that are drawn from it.

const digits = (x) =>
  x >= 1000 ? Math.round(x).toLocaleString('en') : x >= 100 ? x.toFixed(0) : x >= 10 ? x.toFixed(1) : x.toFixed(2)

const value = (x, unit) => {
  if (x === undefined) return ''
  if (unit === 'µs') return x >= 10000 ? `${digits(x / 1000)} ms` : `${digits(x)} µs`
  return `${Math.round(x).toLocaleString('en')} ${unit}`
}

const count = (n) => (n === undefined ? '' : n.toLocaleString('en'))

const ratio = (row) => row.theirs / row.ours

const product = (rows) => Math.exp(rows.reduce((sum, row) => sum + Math.log(ratio(row)), 0) / rows.length)

const worst = (rows) => rows.reduce((min, row) => (ratio(row) < ratio(min) ? row : min))

const label = (row) => row.name + (row.n ? ` (${count(row.n)})` : '') + (row.style ? `, ${row.style}` : '')

const line = (name, rows) =>
  rows.length === 0
    ? []
    : [
        `- ${name}: geometric mean ${product(rows).toFixed(2)}, least ${ratio(worst(rows)).toFixed(2)} (${label(worst(rows))})`,
      ]

export function markdown(result) {
  const { rows, own, head } = result
  const out = ['# Side by side with query-core', '', ...head, '']
  out.push(
    '| group | row | n | Sanguine | query-core | ratio | data |',
    '| --- | --- | ---: | ---: | ---: | ---: | --- |',
  )
  for (const row of rows) {
    const name = row.name + (row.style ? `; ours: ${row.style}` : '') + (row.ticks ? ' [ticks]' : '')
    out.push(
      `| ${row.group} | ${name} | ${count(row.n)} | ${value(row.ours, row.unit)} | ${value(row.theirs, row.unit)} | ` +
        `${ratio(row) >= 100 ? Math.round(ratio(row)).toLocaleString('en') : ratio(row).toFixed(2)} | ${row.data ?? ''} |`,
    )
  }
  for (const row of own) {
    out.push(
      `| own | ${row.name} |  | ${value(row.ours, 'µs')} | ${value(row.measure, 'µs')} (own setQueryData) | ${(row.measure / row.ours).toFixed(2)} | ${row.data} |`,
    )
  }
  out.push(
    '',
    'The ratio is theirs / ours: above 1 Sanguine is faster or smaller. [ticks]: bound by promise ticks, which both must pass.',
    '',
  )
  const of = (group) => rows.filter((row) => row.group === group)
  const flat = of('flat')
  out.push(
    ...line('Flat rows', flat),
    ...line('By number of cached queries', of('scaled')),
    ...line('Filters that no index helps', of('broad')),
    ...line('Everything at once', of('all')),
    ...line(
      'The window gets its focus or its network back',
      of('wake').filter((row) => !row.ticks),
    ),
    ...line(
      'Bound by promise ticks',
      rows.filter((row) => row.ticks),
    ),
    ...line(
      'Many in flight on one key, ours with `optimistic`',
      of('flight').filter((row) => row.style === 'optimistic'),
    ),
    ...line(
      'Many in flight on one key, both with the documented pattern',
      of('flight').filter((row) => row.style === 'documented'),
    ),
    ...line(
      'All timed rows that are not bound by ticks',
      rows.filter((row) => row.unit === 'µs' && !row.ticks),
    ),
  )
  const many = rows.filter((row) => row.group === 'scaled' && row.n === 100000 && row.name.includes('{'))
  out.push(...line('Filters that match 10 or 1 of 100,000 queries', many))
  const slow = rows.filter((row) => row.unit === 'µs' && !row.ticks && ratio(row) < 0.9)
  out.push(
    slow.length
      ? `- Rows below 0.9: ${slow.map((row) => `${label(row)} ${ratio(row).toFixed(2)}`).join('; ')}`
      : '- No row below 0.9',
  )
  if (own.length) {
    const most = own.reduce((max, row) => (row.ours / row.measure > max.ours / max.measure ? row : max))
    out.push(
      `- An optimistic change and its rollback on 10,000 rows: at most ${(most.ours / most.measure).toFixed(2)} times one plain setQueryData (${most.name})`,
    )
  }
  out.push('', '| growth from 1,000 to 4,000 (4 is linear) | Sanguine | query-core |', '| --- | ---: | ---: |')
  for (const big of rows.filter((row) => (row.group === 'queue' || row.group === 'flight') && row.n === 4000)) {
    const small = rows.find(
      (row) => row.group === big.group && row.name === big.name && row.style === big.style && row.n === 1000,
    )
    if (small) {
      out.push(
        `| ${big.name}${big.style ? `; ours: ${big.style}` : ''} | ${(big.ours / small.ours).toFixed(1)} | ${(big.theirs / small.theirs).toFixed(1)} |`,
      )
    }
  }
  return out.join('\n') + '\n'
}
