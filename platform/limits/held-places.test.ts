import { describe, expect, it } from 'vitest';
import { HeldPlaces } from './held-places.ts';

describe('places that are held', () => {
  it('are as many as there are different things, for each caller', () => {
    const places = new HeldPlaces<string>();
    const first = places.hold('one', 'a', 2);
    expect(places.hold('one', 'b', 2)).not.toBeNull();
    expect(places.hold('one', 'c', 2)).toBeNull();
    expect(places.hold('one', 'a', 2)).not.toBeNull();
    expect(places.hold('other', 'c', 2)).not.toBeNull();
    // Still held by the second who asked for the same.
    first?.();
    first?.();
    expect(places.hold('one', 'c', 2)).toBeNull();
  });

  it('are free again when everybody gave them back', () => {
    const places = new HeldPlaces();
    const release = places.hold('one', Symbol(), 1);
    expect(places.hold('one', Symbol(), 1)).toBeNull();
    release?.();
    expect(places.hold('one', Symbol(), 1)).not.toBeNull();
  });
});
