import { announcement, expect, HeldChanges, openReact, ReactRow, Row, test } from './shop'

test.use({ failures: true })

test('of two changes to one order, from either side, only the failing one goes back', async ({ page, database }) => {
  await database.setStatus('SO-1171', 'pending')
  await openReact(page)
  const [react, widget] = [new ReactRow(page, 'SO-1171'), new Row(page, 'SO-1171')]
  const held = await HeldChanges.on(page)

  await react.advance.click()
  const first = await held.next()
  await widget.cancel.click()
  await react.shows('cancelled')
  const seen = await react.recordStatuses()
  await first.abort('connectionreset')

  await expect(announcement(page)).toHaveText(
    'Order SO-1171 was not saved: The connection was lost, so the change is not confirmed. ' +
      'It stays cancelled, which is still being saved.',
  )
  await (await held.next()).continue()
  await expect.poll(async () => (await database.order('SO-1171')).status).toBe('cancelled')
  await react.shows('cancelled')
  await widget.shows('cancelled')
  expect(await seen()).toEqual([])
})

test('two orders, one changed on each side, fail and succeed each for itself', async ({ page, database }) => {
  await database.setStatus('SO-1172', 'pending')
  await database.setStatus('SO-1173', 'pending')
  await openReact(page)
  const held = await HeldChanges.on(page)
  const failing = new ReactRow(page, 'SO-1172')

  await failing.advance.click()
  const first = await held.next()
  await new Row(page, 'SO-1173').advance.click()
  const second = await held.next()
  await first.fulfill({ status: 500, json: { errors: [{ message: 'Something went wrong.' }] } })

  await failing.shows('pending')
  await new Row(page, 'SO-1172').shows('pending')
  await expect(failing.problem).toContainText('Not saved as paid: The server answered 500.')
  await new ReactRow(page, 'SO-1173').shows('paid')
  await second.continue()
  await expect.poll(async () => (await database.order('SO-1173')).status).toBe('paid')
  await new ReactRow(page, 'SO-1173').shows('paid')
  await failing.shows('pending')
})

test('a change in the Java widget that fails goes back in both', async ({ page, database }) => {
  await database.setStatus('SO-1164', 'pending')
  await openReact(page)
  const held = await HeldChanges.on(page)
  const row = new Row(page, 'SO-1164')

  await row.advance.click()
  await new ReactRow(page, 'SO-1164').shows('paid')
  await (await held.next()).abort('failed')

  await row.shows('pending')
  await expect(row.problem).toBeVisible()
  await new ReactRow(page, 'SO-1164').shows('pending')
})

for (const [way, order] of [
  ['optimistic', 'SO-1174'],
  ['pattern', 'SO-1175'],
] as const) {
  test(`with the network cut, a change saved the ${way} way goes back, is announced and keeps the focus`, async ({
    page,
    context,
    database,
  }) => {
    const before = await database.setStatus(order, 'pending')
    await openReact(page, way)
    const row = new ReactRow(page, order)
    const announced = announcement(page)
    await expect(announced).toHaveCount(1)
    await expect(announced).toBeEmpty()
    const seen = await row.recordStatuses()
    await context.setOffline(true)
    await row.advance.focus()

    await page.keyboard.press('Enter')

    await expect(announced).toHaveText(`Order ${order} was not saved: You are offline. It is pending again.`)
    expect(await seen()).toEqual(['paid', 'pending'])
    await new Row(page, order).shows('pending')
    await expect(row.advance).toBeFocused()
    await expect(row.problem).toContainText('Not saved as paid: You are offline.')
    expect((await database.order(order)).version).toBe(before.version)

    await context.setOffline(false)
    await page.keyboard.press('Tab')
    await expect(row.retry).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(announced).toHaveText(`Order ${order} is saved as paid.`)
    await row.shows('paid')
    await expect(row.advance).toBeFocused()
    await expect(row.problem).toHaveCount(0)
    expect((await database.order(order)).status).toBe('paid')
  })
}

for (const [way, order] of [
  ['optimistic', 'SO-1176'],
  ['pattern', 'SO-1177'],
] as const) {
  test(`of two clicks, saved the ${way} way, the first fails and the second stands`, async ({ page, database }) => {
    await database.setStatus(order, 'pending')
    await openReact(page, way)
    const row = new ReactRow(page, order)
    const held = await HeldChanges.on(page)
    await row.advance.click()
    await row.shows('paid')
    await row.advance.click()
    await row.shows('packed')
    const seen = await row.recordStatuses()

    await (await held.next()).fulfill({ status: 500, json: {} })
    await (await held.next()).continue()

    await expect.poll(async () => (await database.order(order)).status).toBe('packed')
    await row.shows('packed')
    expect(await seen()).toEqual([])
  })
}
