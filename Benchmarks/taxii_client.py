"""Bare TAXII clients over sockets: what they cost must not hide what a server costs. Used by script/bench-taxii."""
import re, selectors, socket, time

ACCEPT = "application/taxii+json;version=2.1"
NEXT = re.compile(rb'"next": ?"([^"]*)"')
IDENTIFIER = re.compile(rb'"id": ?"(indicator--[0-9a-f-]{36})"')


class Answer:
    def __init__(self, head, body):
        self.status, self.body = int(head[9:12]), body
        self.headers = {name.lower(): value.strip() for name, _, value in
                        (line.partition(":") for line in head.decode("latin-1").split("\r\n")[1:])}

    @property
    def next(self):
        """What leads on: it stands before the objects or behind them."""
        found = NEXT.search(self.body[:256]) or NEXT.search(self.body[-256:])
        return found and found[1].decode()


class Client:
    """One connection that is kept."""

    def __init__(self, port, authorization):
        self.port, self.authorization, self.socket, self.used = port, authorization, None, 0

    def request(self, method, path, body=b""):
        length = "Content-Type: %s\r\nContent-Length: %d\r\n" % (ACCEPT, len(body)) if method == "POST" else ""
        return ("%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: %s\r\nAccept: %s\r\n%s\r\n" % (
            method, path, self.port, self.authorization, ACCEPT, length)).encode() + body

    def ask(self, method, path, body=b"", expected=200, patience=120):
        # A server may have closed what was long idle.
        if time.monotonic() - self.used > 5:
            self.close()
        if self.socket is None:
            self.socket = socket.create_connection(("127.0.0.1", self.port))
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.settimeout(patience)
        self.socket.sendall(self.request(method, path, body))
        head = b""
        while b"\r\n\r\n" not in head:
            piece = self.socket.recv(65_536)
            if not piece:
                raise ConnectionError("the server closed the connection at %s" % path)
            head += piece
        head, _, rest = head.partition(b"\r\n\r\n")
        answer = Answer(head, b"")
        length = int(answer.headers["content-length"])
        content = memoryview(bytearray(length))
        content[:len(rest)], filled = rest, len(rest)
        while filled < length:
            came = self.socket.recv_into(content[filled:])
            if not came:
                raise ConnectionError("the server closed the connection in the body of %s" % path)
            filled += came
        answer.body, self.used = content.obj, time.monotonic()
        if answer.headers.get("connection", "").lower() == "close":
            self.close()
        if answer.status != expected:
            raise ConnectionError("%s %s answered %d: %s" % (method, path, answer.status, bytes(answer.body[:300])))
        return answer

    def get(self, path, **rest):
        return self.ask("GET", path, **rest)

    def close(self):
        if self.socket is not None:
            self.socket.close()
            self.socket = None


class Pulled:
    """Everything of a list, page by page; what came is looked at after the clock has stopped."""

    def __init__(self, client, path, limit, patience=120):
        self.pages, self.times, self.seconds = [], [], 0
        following, begun = None, time.perf_counter()
        while True:
            asked = time.perf_counter()
            page = client.get("%s?limit=%d%s" % (path, limit, "&next=" + following if following else ""), patience=patience)
            self.times.append(time.perf_counter() - asked)
            self.pages.append(page)
            following = page.next
            if following is None:
                break
        self.seconds = time.perf_counter() - begun

    @property
    def cursors(self):
        return [page.next for page in self.pages[:-1]]

    @property
    def megabytes(self):
        return sum(len(page.body) for page in self.pages) / 1e6

    def identifiers(self, expected):
        """Every identifier.

        - Throws: where one is missing or came twice.
        """
        came = [name for page in self.pages for name in IDENTIFIER.findall(page.body)]
        if len(came) != expected or len(set(came)) != expected:
            raise AssertionError("%d identifiers came, %d of them different; there are %d" % (len(came), len(set(came)), expected))
        return came


class Crowd:
    """Many clients that pull at the same time, each a number of pages from a place of its own; nothing is kept of what comes."""

    def __init__(self, client, path, limit, places, pages):
        self.client, self.path, self.limit, self.pages = client, path, limit, pages
        self.bytes = self.objects = self.ended = 0
        self.buffer = memoryview(bytearray(1 << 20))
        self.selector = selectors.DefaultSelector()
        self.members = [Member(self, place) for place in places]

    def run(self, meanwhile, patience):
        """Seconds until all have what they came for.

        - Parameter meanwhile: called some forty times a second.
        """
        begun = time.perf_counter()
        looked = 0
        try:
            while self.ended < len(self.members):
                for key, _ in self.selector.select(0.025):
                    key.data.read()
                now = time.perf_counter()
                if now - looked > 0.025:
                    looked = now
                    meanwhile()
                if now - begun > patience:
                    break
        finally:
            for member in self.members:
                member.socket.close()
            self.selector.close()
        return time.perf_counter() - begun


class Member:
    """One of the crowd: reads by `Content-Length`, keeps the first and the last bytes of each page for `next`."""

    EDGE = 256

    def __init__(self, crowd, place):
        self.crowd, self.got = crowd, 0
        self.socket = socket.create_connection(("127.0.0.1", crowd.client.port))
        crowd.selector.register(self.socket, selectors.EVENT_READ, self)
        self.ask(place)

    def ask(self, place):
        self.head, self.left = b"", None
        self.socket.sendall(self.crowd.client.request(
            "GET", "%s?limit=%d%s" % (self.crowd.path, self.crowd.limit, "&next=" + place if place else "")))

    def read(self):
        came = self.socket.recv_into(self.crowd.buffer)
        if not came:
            raise ConnectionError("the server closed a connection of the crowd")
        self.crowd.bytes += came
        piece = self.crowd.buffer[:came]
        if self.left is None:
            self.head += bytes(piece)
            if b"\r\n\r\n" not in self.head:
                return
            head, _, body = self.head.partition(b"\r\n\r\n")
            answer = Answer(head, b"")
            if answer.status != 200:
                raise ConnectionError("a page for the crowd answered %d" % answer.status)
            self.left = int(answer.headers["content-length"]) - len(body)
            self.first, self.last = body[:self.EDGE], body[-self.EDGE:]
        else:
            self.left -= came
            self.last = (self.last + bytes(piece[-self.EDGE:]))[-self.EDGE:]
        if self.left == 0:
            self.turn()

    def turn(self):
        self.got += 1
        self.crowd.objects += self.crowd.limit
        found = NEXT.search(self.first) or NEXT.search(self.last)
        if self.got < self.crowd.pages and found:
            self.ask(found[1].decode())
        else:
            self.crowd.selector.unregister(self.socket)
            self.crowd.ended += 1
