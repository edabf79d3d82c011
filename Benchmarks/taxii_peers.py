"""The TAXII 2.1 servers that teams use today, each with the same objects, on this machine. Used by script/bench-taxii.

Nothing is installed into the tree: the environments are under XDG_CACHE_HOME, one for each server.
"""
import base64, datetime, json, os, random, shutil, socket, sqlite3, subprocess, sys, time, uuid

from taxii_client import Client, Pulled

CACHE = os.path.join(os.path.expanduser(os.environ.get("XDG_CACHE_HOME") or "~/.cache"), "concord-bench-taxii")


def environment(name, *packages):
    """The Python of an environment that has these packages, made where there is none."""
    python = os.path.join(CACHE, name, "bin", "python")
    if not os.path.exists(os.path.join(CACHE, name, "made")):
        shutil.rmtree(os.path.join(CACHE, name), ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", os.path.join(CACHE, name)], check=True, stdout=sys.stderr)
        subprocess.run([python, "-m", "pip", "install", "-q", *packages], check=True, stdout=sys.stderr)
        open(os.path.join(CACHE, name, "made"), "w").close()
    return python


def version(python, package):
    return subprocess.run([python, "-c", "from importlib.metadata import version; print(version('%s'))" % package],
                          capture_output=True, text=True, check=True).stdout.strip()


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def added(count, seed=11):
    """When each object came: a second after the other; with a fraction, because OpenTAXII cannot read its own cursor without one."""
    start = datetime.datetime(2026, 1, 1, 0, 0, 0, 123_456)
    return [start + datetime.timedelta(seconds=number) for number in range(count)]


class Peer:
    """A server under gunicorn, in a process of its own that ends with it."""

    def __init__(self, folder):
        self.folder, self.port, self.process = folder, free_port(), None
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)

    def start(self, application, workers, threads, environ={}):
        log = open(os.path.join(self.folder, "log"), "w")
        self.process = subprocess.Popen(
            [self.python, "-m", "gunicorn", "--bind", "127.0.0.1:%d" % self.port, "--workers", str(workers),
             "--worker-class", "gthread", "--threads", str(threads), "--timeout", "600", "--keep-alive", "600", application],
            cwd=self.folder, env={**os.environ, **environ}, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self.client = Client(self.port, self.authorization)
        begun = time.monotonic()
        while time.monotonic() - begun < 120:
            try:
                self.client.get("/taxii2/")
                return
            except ConnectionError:
                self.client.close()
                if self.process.poll() is not None:
                    break
                time.sleep(0.1)
        raise ConnectionError("it did not start: " + open(log.name).read()[-300:].replace("\n", " "))

    def end(self):
        if self.process is not None:
            self.process.terminate()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def memory(self):
        """Anonymous memory of all its processes in megabytes."""
        children = open("/proc/%d/task/%d/children" % (self.process.pid, self.process.pid)).read().split()
        return sum(anonymous(pid) for pid in [self.process.pid, *map(int, children)])


def anonymous(pid):
    with open("/proc/%d/status" % pid) as status:
        return next(int(line.split()[1]) for line in status if line.startswith("RssAnon")) / 1024


class Medallion(Peer):
    """The reference server of OASIS, with its backend in memory: a file of JSON at the start."""
    name = "medallion"
    how = "gunicorn, 1 worker with 8 threads (its cursors are in its memory), `MemoryBackend`, Basic"
    # Its cursor is a list in memory that each page takes from: no page at depth without the walk that leads there.
    repeats_cursor = False
    path = "/bench/collections/91a7b528-80eb-42ed-a74d-c6fbd5a26116/objects/"

    def prepare(self, objects):
        folder = self.folder
        self.python = environment(self.name, "medallion", "gunicorn")
        self.authorization = "Basic " + base64.b64encode(b"bench:bench").decode()
        media = "application/stix+json;version=2.1"
        data = {
            "/discovery": {"title": "bench", "default": "http://127.0.0.1/bench/", "api_roots": ["http://127.0.0.1/bench/"]},
            "bench": {
                "information": {"title": "bench", "versions": ["application/taxii+json;version=2.1"], "max_content_length": 1 << 30},
                "status": [],
                "collections": [{
                    "id": self.path.split("/")[3], "title": "bench", "can_read": True, "can_write": True, "media_types": [media],
                    "objects": objects,
                    "manifest": [{"id": one["id"], "date_added": when.isoformat(timespec="microseconds") + "Z",
                                  "version": one["modified"], "media_type": media}
                                 for one, when in zip(objects, added(len(objects)))]}]}}
        with open(os.path.join(folder, "data.json"), "w") as file:
            json.dump(data, file)
        with open(os.path.join(folder, "config.json"), "w") as file:
            json.dump({"users": {"bench": "bench"}, "taxii": {"max_page_size": 1000}, "backend": {
                "module": "medallion.backends.memory_backend", "module_class": "MemoryBackend",
                "session_timeout": 600, "filename": "data.json"}}, file)
        self.start("medallion:load_app('config.json')", 1, 8)


class OpenTAXII(Peer):
    """EclecticIQ's server on SQLite. The objects go into its table directly, the way its own add_objects writes them."""
    name = "opentaxii"
    how = "gunicorn, 2 workers with 4 threads, SQLite, Bearer (its own token)"
    repeats_cursor = True

    def prepare(self, objects):
        folder = self.folder
        self.python = environment(self.name, "opentaxii", "gunicorn")
        config = {
            "domain": "127.0.0.1", "taxii1": None,
            "auth_api": {"class": "opentaxii.auth.sqldb.SQLDatabaseAPI", "parameters": {
                "db_connection": "sqlite:///%s/auth.db" % folder, "create_tables": True, "secret": "bench" * 8, "token_ttl_secs": 86400}},
            "taxii2": {"title": "bench", "max_content_length": 1 << 30, "public_discovery": True, "persistence_api": {
                "class": "opentaxii.persistence.sqldb.Taxii2SQLDatabaseAPI",
                "parameters": {"db_connection": "sqlite:///%s/data.db" % folder, "create_tables": True}}},
            "logging": {"opentaxii": "error", "root": "error"}}
        with open(os.path.join(folder, "config.yml"), "w") as file:
            json.dump(config, file)
        environ = {"OPENTAXII_CONFIG": os.path.join(folder, "config.yml")}
        said = self.tool(environ, "create-account", "-u", "bench", "-p", "bench")
        self.tool(environ, "update-account", "-u", "bench", "-f", "admin", "-v", "yes")
        self.authorization = "Bearer " + said.rstrip().split("token: ")[-1]
        self.tool(environ, "add-api-root", "-t", "bench", "--default")
        base = sqlite3.connect(os.path.join(folder, "data.db"))
        (root,) = base.execute("SELECT id FROM opentaxii_api_root").fetchone()
        self.tool(environ, "add-collection", "-r", str(uuid.UUID(root)), "-t", "bench")
        (collection,) = base.execute("SELECT id FROM opentaxii_collection").fetchone()
        rng = random.Random(5)
        own = ("id", "type", "spec_version")
        base.executemany(
            "INSERT INTO opentaxii_stixobject VALUES (?,?,?,?,?,?,?,?)",
            ((uuid.UUID(int=rng.getrandbits(128), version=4).hex, one["id"], collection, one["type"], one["spec_version"],
              when.strftime("%Y-%m-%d %H:%M:%S.%f"), one["modified"].replace("T", " ")[:-1] + "000",
              json.dumps({name: value for name, value in one.items() if name not in own}))
             for one, when in zip(objects, added(len(objects)))))
        base.commit()
        base.close()
        self.path = "/taxii2/%s/collections/%s/objects/" % (uuid.UUID(root), uuid.UUID(collection))
        self.start("opentaxii.http:app", 2, 4, environ)

    def tool(self, environ, name, *arguments):
        ended = subprocess.run([os.path.join(os.path.dirname(self.python), "opentaxii-" + name), *arguments],
                               env={**os.environ, **environ}, capture_output=True, text=True)
        if ended.returncode:
            raise ConnectionError("opentaxii-%s: %s" % (name, ended.stderr[-300:].replace("\n", " ")))
        return ended.stdout


SLOWEST, LONGEST = 10, 200


def measure(kind, folder, objects):
    """First page, last page, whole pull; or why not. Bounded: no page may take longer than SLOWEST, no walk than LONGEST."""
    peer, found = kind(folder), {}
    try:
        peer.prepare(objects)
        found = {"version": version(peer.python, kind.name)}
        first = []
        for _ in range(5):
            begun = time.perf_counter()
            page = peer.client.get(peer.path + "?limit=100", patience=SLOWEST)
            first.append(time.perf_counter() - begun)
            if page.body.count(b"indicator--") < 100:
                raise ConnectionError("the first page has not 100 objects")
        if sum(first) / 5 * len(objects) / 1000 > LONGEST and peer.repeats_cursor:
            return {**found, "first": middle(first), "memory": peer.memory(),
                    "why": "a whole pull would take more than %d s" % LONGEST}
        pull = Pulled(peer.client, peer.path, 1000, patience=SLOWEST)
        pull.identifiers(len(objects))
        last = [pull.times[-1]]
        if peer.repeats_cursor and pull.cursors:
            last = []
            for _ in range(5):
                begun = time.perf_counter()
                peer.client.get("%s?limit=100&next=%s" % (peer.path, pull.cursors[-1]), patience=SLOWEST)
                last.append(time.perf_counter() - begun)
        return {**found, "first": middle(first), "last": middle(last), "pull": pull.seconds, "memory": peer.memory()}
    except TimeoutError:
        return {**found, "why": "a page took more than %d s" % SLOWEST}
    except (ConnectionError, AssertionError, subprocess.CalledProcessError) as error:
        return {**found, "why": str(error)}
    finally:
        peer.end()


def middle(values):
    return sorted(values)[len(values) // 2]


KINDS = (Medallion, OpenTAXII)
SIZES = (500, 1_000, 2_000, 10_000, 50_000)
