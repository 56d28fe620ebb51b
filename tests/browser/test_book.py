"""The book as a reader has it: opened from the disk, offline, at a desk and on a phone, by day and by night."""

from pathlib import Path

import pytest

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
LOCAL = ("file:///", "data:", "blob:", "about:")


class Reader:
    """A browser window that writes down whatever a reader should never meet."""

    def __init__(self, browser, book, **options):
        self.book = book
        self.context = browser.new_context(**options)
        self.context.route("**/*", self._only_local)
        self.page = self.context.new_page()
        self.page.set_default_timeout(30_000)
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.where}: {error}"))
        self.where = ""
        self.requests = []
        self.complaints = []

    def _only_local(self, route):
        if route.request.url.startswith(LOCAL):
            route.continue_()
        else:
            self.requests.append(f"{self.where}: {route.request.url}")
            route.abort()

    def _listen(self, message):
        if message.type in ("error", "warning"):
            self.complaints.append(f"{self.where}: {message.text}")

    def open(self, path):
        """Open a page and wait until its scripts, equations included, have done their work."""
        self.where = path.relative_to(self.book).as_posix()
        self.page.goto(path.as_uri(), wait_until="load")
        self.page.evaluate("() => window.MathJax?.startup?.promise")
        return self.page


@pytest.fixture
def reader(chromium, book):
    """Open readers with the options of a browser context; all are closed at the end."""
    opened = []

    def new(**options):
        opened.append(Reader(chromium, book, **options))
        return opened[-1]

    yield new
    for one in opened:
        one.context.close()


def pages_of(book):
    """Every page that a reader can come to."""
    return sorted(page for page in book.rglob("*.html") if "_static" not in page.relative_to(book).parts)


def lab_pages_of(book):
    return [page for page in pages_of(book) if "labs" in page.relative_to(book).parts]


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_every_page_is_whole_quiet_and_stays_on_this_machine(reader, book, size):
    visit = reader(viewport=size)
    too_wide, broken = [], []
    for path in pages_of(book):
        page = visit.open(path)
        excess = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if excess > 0:
            too_wide.append(f"{visit.where}: {excess} px")
        broken += page.evaluate(
            """() => [...document.images].filter(image => image.loading !== 'lazy')
                     .filter(image => !image.complete || image.naturalWidth === 0
                       || !(image.alt.trim() || image.closest('a')?.textContent.trim()))
                     .map(image => document.title + ': ' + (image.alt || image.src.slice(0, 80)))"""
        )
    assert visit.requests == [], "a page asked another machine for something"
    assert visit.complaints == [], "a page wrote errors into the browser's console"
    assert too_wide == [], "a page scrolls sideways"
    assert broken == [], "a picture is missing, or has no words for those who cannot see it"


def test_labs_of_the_book_are_the_labs_of_the_course(book, labs):
    assert [page.parent.name for page in lab_pages_of(book)] == labs
    front = (book / "index.html").read_text(encoding="utf-8")
    for lab in lab_pages_of(book):
        assert f'href="{lab.relative_to(book).as_posix()}"' in front, "the front page leads to every lab"


def test_each_lab_page_offers_the_student_notebook(reader, book):
    visit = reader()
    for path in lab_pages_of(book):
        links = visit.open(path).eval_on_selector_all("a.download", "links => links.map(link => link.href)")
        files = [Path(link.removeprefix("file://")) for link in links]
        released = Path(__file__).parents[2] / "labs" / path.parent.name / f"{path.stem}.ipynb"
        assert [file.read_bytes() for file in files] == [released.read_bytes()], visit.where


def look(explorer):
    """What an explorer shows now, to those who see it and to those who hear it."""
    picture = explorer.locator("img.labkit-explorer-picture")
    return picture.get_attribute("src"), picture.get_attribute("alt")


def test_explorers_follow_their_sliders(reader, book):
    visit = reader(viewport=DESK)
    moved = {}
    for path in pages_of(book):
        page = visit.open(path)
        for explorer in page.locator("section.labkit-explorer").all():
            for slider in explorer.locator("input[type=range]").all():
                assert slider.is_visible(), f"{visit.where}: a slider stays hidden"
                name = page.locator(f"label[for='{slider.get_attribute('id')}']").inner_text()
                assert name.strip(), f"{visit.where}: a slider has no name"
                slider.focus()
                page.keyboard.press("Home")
                first, first_words = look(explorer), slider.get_attribute("aria-valuetext")
                page.keyboard.press("ArrowRight")
                assert slider.get_attribute("aria-valuetext") != first_words, f"{visit.where}: {name}"
                page.keyboard.press("End")
                last = look(explorer)
                assert first[0] != last[0], f"{visit.where}: {name} does not change the picture"
                assert first[1] != last[1], f"{visit.where}: {name} does not change the alternative text"
                moved[visit.where] = moved.get(visit.where, 0) + 1
    assert moved, "no explorer in the whole book"
    assert visit.complaints == [] and visit.requests == []


# Contrast (WCAG 2.1) of every piece of text against the first ground behind it that is not transparent.
CONTRAST = """element => {
  const scale = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = colour => {
    scale.clearRect(0, 0, 1, 1); scale.fillStyle = colour; scale.fillRect(0, 0, 1, 1);
    return [...scale.getImageData(0, 0, 1, 1).data];
  };
  const light = colour => rgba(colour).slice(0, 3)
    .map(part => part / 255).map(part => part <= .03928 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
    .reduce((sum, part, i) => sum + part * [.2126, .7152, .0722][i], 0);
  const ground = node => {
    for (; node; node = node.parentElement) {
      const colour = getComputedStyle(node).backgroundColor;
      if (rgba(colour)[3] > 250) return colour;
    }
    return 'white';
  };
  const found = [];
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let text = walk.nextNode(); text; text = walk.nextNode()) {
    const parent = text.parentElement;
    if (!text.data.trim() || !parent.getClientRects().length) continue;
    const [a, b] = [light(getComputedStyle(parent).color), light(ground(parent))].sort((x, y) => y - x);
    const needed = parent.closest('[aria-hidden=true]') ? 3 : 4.5;  // less for a sign beside words that say the same
    found.push([(a + .05) / (b + .05), needed, text.data.trim().slice(0, 40)]);
  }
  return found;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_by_day_and_by_night(reader, book, scheme):
    visit = reader(color_scheme=scheme)
    seen = 0
    for path in [book / "index.html", *lab_pages_of(book)]:
        page = visit.open(path)
        assert page.get_attribute("html", "data-theme") == scheme
        for element in page.locator(".labkit-card, .labkit-explorer, .lab-card").all():
            for contrast, needed, text in element.evaluate(CONTRAST):
                seen += 1
                assert contrast >= needed, f"{visit.where}, {scheme}: {text!r} has {contrast:.1f}"
    assert seen > 0, "no card and no explorer was looked at"
