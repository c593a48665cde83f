import { describe, expect, it } from 'vitest';
import { isPage, needsRuntime } from './areas.ts';
import { statusOf, withoutRuntime } from './without-runtime.ts';

describe('a page without the runtime', () => {
  it('loses every script but our islands', () => {
    const html =
      '<head><link rel="preload" as="script" fetchPriority="low" href="/a.js"/><script src="/a.js" async=""></script>' +
      '<link rel="stylesheet" href="/a.css"/></head><body><p>x</p><script id="_R_">self.x=1</script>' +
      '<script>self.__next_f.push([1,"<p>"])</script><script type="module" src="/islands/draft.js" data-island="draft"></script></body>';
    expect(withoutRuntime(html)).toBe(
      '<head><link rel="stylesheet" href="/a.css"/></head><body><p>x</p>' +
        '<script type="module" src="/islands/draft.js" data-island="draft"></script></body>',
    );
  });

  it('leaves text that talks of scripts as it is', () => {
    const html = '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>';
    expect(withoutRuntime(html)).toBe(html);
  });

  it('has only forms whose errors are told by the page, in its language', () => {
    expect(
      withoutRuntime('<form method="post"><input type="email"/></form><form novalidate="" action="/x">'),
    ).toBe('<form novalidate="" method="post"><input type="email"/></form><form novalidate="" action="/x">');
  });

  it('may ask for another status than 200', () => {
    expect(statusOf('<body><main id="main" class="wrap" data-status="503">')).toBe(503);
    expect(statusOf('<body><main id="main">&lt;main data-status="500"&gt;')).toBeNull();
  });
});

describe('the areas of the site', () => {
  it.each(['/ar/staff', '/en/staff/cases/x', '/ar/wall'])('gives %s the runtime', (path) => {
    expect(needsRuntime(path)).toBe(true);
  });

  it.each(['/ar', '/ar/submit/what', '/en/track/BK-2026-7Q4M-K2XD-9', '/ar/staffing'])(
    'keeps %s plain',
    (path) => {
      expect(isPage(path) && !needsRuntime(path)).toBe(true);
    },
  );

  it.each(['/_next/static/a.js', '/api/health', '/auth/callback', '/islands/live.js', '/mark.svg'])(
    'takes %s for no page',
    (path) => {
      expect(isPage(path)).toBe(false);
    },
  );
});
