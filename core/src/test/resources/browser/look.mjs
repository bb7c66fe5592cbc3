// Opens pages as readers do, and says what it finds: node look.mjs <chromium> <directory for pictures> <page.html>...
// Run it where its packages are installed.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(join(process.cwd(), 'here.js'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const [executablePath, pictures, ...files] = process.argv.slice(2);

// Everything that is hidden until it is opened is looked at, too.
const openAll = () => document.querySelectorAll('details').forEach(details => { details.open = true; });
const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

async function look(browser, file) {
  const name = basename(file, '.html');
  const url = pathToFileURL(file).href;
  const found = { requests: [], complaints: [], axe: {}, rules: {}, background: {}, overflow: {}, print: {} };

  async function open(options) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    page.on('request', request => { if (request.url() !== url) found.requests.push(request.url()); });
    page.on('console', message => found.complaints.push(message.text()));
    page.on('pageerror', error => found.complaints.push(String(error)));
    const before = Date.now();
    await page.goto(url);
    found.openedInMillis ??= Date.now() - before;
    return page;
  }

  for (const colorScheme of ['light', 'dark']) {
    const page = await open({ colorScheme, viewport: { width: 1280, height: 900 } });
    await page.screenshot({ path: join(pictures, `${name}-${colorScheme}.png`) });
    await page.evaluate(openAll);
    await page.evaluate(axe);
    const results = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations', 'incomplete'] }));
    const told = rule => `${rule.id}: ${rule.help} (${rule.nodes.slice(0, 3).map(node => node.html).join(' | ')})`;
    found.axe[colorScheme] = results.violations.map(told);
    found.rules[colorScheme] = results.passes.length;
    found.background[colorScheme] = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.context().close();
  }

  for (const width of [360, 768]) {
    const page = await open({ viewport: { width, height: 740 } });
    found.overflow[`${width} closed`] = await page.evaluate(overflow);
    await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: false });
    await page.evaluate(openAll);
    found.overflow[`${width} open`] = await page.evaluate(overflow);
    await page.context().close();
  }

  const plain = await open({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  found.withoutScript = {
    text: await plain.locator('main').innerText(),
    failures: await plain.locator('article.failure').count(),
  };
  await plain.locator('summary').first().click({ timeout: 5_000 }).catch(() => {});
  found.withoutScript.opened = await plain.locator('details[open]').count();
  await plain.context().close();

  const paper = await open({ colorScheme: 'dark', viewport: { width: 794, height: 1123 } });
  await paper.emulateMedia({ media: 'print' });
  found.print = await paper.evaluate(() => {
    const shown = element => element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
    return {
      background: getComputedStyle(document.body).backgroundColor,
      failures: [...document.querySelectorAll('article.failure')].filter(shown).length,
      hidden: [...document.querySelectorAll('details > *')].filter(element => !shown(element)).length,
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    };
  });
  found.print.bytes = (await paper.pdf({ path: join(pictures, `${name}.pdf`), format: 'A4' })).length;
  return found;
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const found = {};
  for (const file of files) found[basename(file, '.html')] = await look(browser, file);
  console.log(JSON.stringify(found));
} finally {
  await browser.close();
}
