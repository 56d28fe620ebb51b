"""Fetch an archive: mirrors in turn, a broken transfer goes on where it stopped, the checksum decides."""

from pathlib import Path

from labkit.data.sources import Archive
from labkit.errors import LabkitError
from labkit.files import alone

ROUNDS = 5  # through all mirrors, as long as each round gets further than the last
CHUNK = 1 << 18  # bytes between two steps of the bar


def fetch(archive: Archive, folder: Path, progress: bool = True) -> Path:
    """Return the path of an archive below ``folder``; download it if it is not there or not sound.

    What has arrived of a broken transfer waits in ``<name>.part``. The archive itself appears only when it is
    whole and its SHA-256 is right. A second process waits for the first, then finds the file there.

    Parameters
    ----------
    archive : Archive
        What to fetch.
    folder : Path
        Cache folder; made if need be.
    progress : bool
        Show a bar.

    Raises
    ------
    LabkitError
        When no mirror gave the file, or the folder cannot be written.
    """
    path = folder / archive.file
    if _sound(path, archive.sha256):
        return path
    part = path.with_name(path.name + ".part")
    troubles: dict[str, str] = {}
    try:
        with alone(path.with_name(path.name + ".lock")):
            for _ in range(ROUNDS):
                before = _size(part)
                for url in archive.mirrors:
                    trouble = _retrieve(url, archive, path, part, progress)
                    if trouble is None:
                        return path
                    troubles[url] = trouble
                if _size(part) == before:
                    break
    except OSError as error:  # what the network may do to us is dealt with in _retrieve; this is the disk
        raise LabkitError(
            f"{archive.file} cannot be kept in {folder} ({error.strerror}): set LABKIT_CACHE to a folder "
            "with room that you may write to."
        ) from error
    told = "; ".join(f"{url.split('/')[2]}: {trouble}" for url, trouble in troubles.items())
    kept = f" ({_size(part) / 1e6:.1f} MB have arrived and are kept)" if _size(part) else ""
    raise LabkitError(
        f"{archive.file} could not be downloaded ({told}): try again when you are online{kept}, or set "
        "LABKIT_DATA to a folder that holds it. The data set 'mnist-subset' needs no download."
    )


def _retrieve(url: str, archive: Archive, path: Path, part: Path, progress: bool) -> str | None:
    """Try one mirror; return what went wrong. Pooch checks the SHA-256 before the file gets its name."""
    import pooch
    import requests

    def resume(url: str, output: str, _: object) -> None:
        _transfer(url, part, path.name, progress)
        part.replace(output)

    pooch.get_logger().setLevel("WARNING")  # the bar says enough
    try:
        pooch.retrieve(url, f"sha256:{archive.sha256}", path.name, path.parent, downloader=resume)
    except ValueError:
        return "the file there has another SHA-256 than expected"
    except requests.HTTPError as error:
        return f"HTTP status {error.response.status_code}"
    except requests.Timeout:
        return "no answer in time"
    except (requests.RequestException, ConnectionError):
        return "connection broken" if _size(part) else "no connection"
    return None


def _transfer(url: str, part: Path, name: str, progress: bool) -> None:
    """Append to ``part`` what is missing of it, or start again where the server cannot continue."""
    import requests
    from tqdm import tqdm

    start = _size(part)
    # "identity": a server must not unpack a .gz on the way, or positions and checksum would not fit.
    headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={start}-"} if start else {})
    with requests.get(url, headers=headers, stream=True, timeout=(10, 60)) as response:
        if start and response.status_code == requests.codes.requested_range_not_satisfiable:
            return  # nothing is missing, or the part is rubbish: the checksum tells
        response.raise_for_status()
        continued = response.status_code == requests.codes.partial_content and _starts_at(response, start)
        start = start if continued else 0
        total = int(response.headers.get("Content-Length", 0)) + start or None
        bar = tqdm(total=total, initial=start, desc=name, unit="B", unit_scale=True, disable=not progress)
        with bar, open(part, "ab" if continued else "wb") as file:
            for chunk in response.iter_content(CHUNK):
                file.write(chunk)
                bar.update(len(chunk))


def _starts_at(response, start: int) -> bool:
    return response.headers.get("Content-Range", "").replace(" ", "").startswith(f"bytes{start}-")


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _sound(path: Path, sha256: str) -> bool:
    if not path.exists():
        return False
    import pooch

    return pooch.file_hash(str(path)) == sha256
