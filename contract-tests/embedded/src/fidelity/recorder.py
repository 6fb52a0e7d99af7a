"""What the recorders share: a client that writes down each exchange, and calls that go wrong in the usual ways.

One line of OUT is one exchange: {case, op, method, path, template, auth, request{...}, status, headers, body}. Each
recorder runs it in its own names and sets `case`.
"""
import base64, hashlib, http.server, json, re, struct, sys, threading, time, zlib
import requests, yaml

BASE, ADMIN, ADMIN_PW, SPEC, OUT = sys.argv[1:6]
S3 = sys.argv[6] if len(sys.argv) > 6 else None
spec = yaml.safe_load(open(SPEC))
ops = []
for tpl, item in spec["paths"].items():
    for m, o in item.items():
        if m in ("get", "post", "put", "patch", "delete"):
            rx = re.compile("^" + re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(tpl)) + "$")
            ops.append((m.upper(), tpl, rx, o["operationId"], o))
ops.sort(key=lambda x: x[1].count("{"))
out = open(OUT, "w", buffering=1)


def match(method, path):
    path = path.split("?")[0]
    for m, tpl, rx, oid, _ in ops:
        if m == method and rx.match(path):
            return oid, tpl
    return None, None


def png(w=64, h=48, seed=1):
    raw = b"".join(b"\0" + bytes((x * 3 + y * seed + c * 40) % 256 for x in range(w) for c in range(3)) for y in range(h))
    ch = lambda t, d: struct.pack(">I", len(d)) + t + d + struct.pack(">I", zlib.crc32(t + d))
    return b"\x89PNG\r\n\x1a\n" + ch(b"IHDR", struct.pack(">IIBBBBB", w, h, 8, 2, 0, 0, 0)) + ch(b"IDAT", zlib.compress(raw)) + ch(b"IEND", b"")


case = "-"
secrets = {}


class Auth:
    def __init__(self, kind, who, headers=None, basic=None):
        self.kind, self.who, self.headers, self.basic = kind, who, headers or {}, basic


ANON = Auth("none", None)
BAD = Auth("invalid-token", None, {"Authorization": "Token 0000000000000000000000000000000000000000"})
BADBEARER = Auth("invalid-bearer", None, {"Authorization": "Bearer not-a-token"})


def basic(u, p):
    return Auth("basic", u, basic=(u, p))


def call(method, path, auth=ANON, json_=None, data=None, files=None, headers=None, raw=None, note=None, keep=True):
    h = {"Accept": "application/vnd.cvat+json"}
    h.update(auth.headers)
    h.update(headers or {})
    h = {k: v for k, v in h.items() if v is not None}
    kw = {}
    req = {}
    if json_ is not None:
        kw["json"] = json_
        req["json"] = json_
    if data is not None:
        kw["data"] = data
        req["form"] = data
    if files is not None:
        kw["files"] = files
        req["files"] = [[f[0], f[1][0], len(f[1][1])] for f in files]
    if raw is not None:
        kw["data"] = raw
        req["raw"] = raw.decode("latin1") if len(raw) < 2000 else {"bytes": len(raw)}
    s = requests.Session()
    r = s.request(method, BASE + path, headers=h, auth=auth.basic, allow_redirects=False, timeout=120, **kw)
    oid, tpl = match(method, path)
    ct = r.headers.get("content-type", "")
    body = {}
    if r.content:
        if "json" in ct and len(r.content) < 300000:
            try:
                body["json"] = r.json()
            except ValueError:
                body["text"] = r.text
        elif (ct.startswith("text/") or "yaml" in ct or "openapi" in ct) and len(r.content) < 4000:
            body["text"] = r.text
        else:
            body["bytes"] = len(r.content)
            body["sha256"] = hashlib.sha256(r.content).hexdigest()
            body["magic"] = base64.b64encode(r.content[:8]).decode()
    req["headers"] = {k: v for k, v in h.items() if k.lower() not in ("authorization",)}
    if r.request.headers.get("Content-Type"):
        req["content_type"] = r.request.headers["Content-Type"].split(";")[0]
    rec = {"case": case, "op": oid, "method": method, "path": path, "template": tpl, "auth": {"kind": auth.kind, "user": auth.who}, "request": req,
           "status": r.status_code, "headers": {k.lower(): v for k, v in r.headers.items() if k.lower() not in ("date", "server", "connection", "x-request-id", "set-cookie")},
           "body": body}
    if r.headers.get("set-cookie"):
        rec["headers"]["set-cookie"] = re.sub(r"=[A-Za-z0-9]{16,}", "=<cookie>", r.headers["set-cookie"])
    if note:
        rec["note"] = note
    if keep:
        out.write(json.dumps(rec) + "\n")
    return r


def J(r):
    try:
        v = r.json()
    except ValueError:
        return {}
    return v if isinstance(v, dict) else {}


def wait(rq, auth, limit=90, keep_polls=3):
    n = 0
    t0 = time.time()
    while time.time() - t0 < limit:
        r = call("GET", f"/api/requests/{requests.utils.quote(rq, safe='')}", auth, keep=n < keep_polls)
        n += 1
        st = J(r).get("status")
        if st in ("finished", "failed") or r.status_code != 200:
            if n > keep_polls:
                call("GET", f"/api/requests/{requests.utils.quote(rq, safe='')}", auth, note="terminal poll")
            return J(r)
        time.sleep(0.3)
    return {}


def crud_errors(coll, auth, good_id, other=None):
    """the error matrix of one collection"""
    call("GET", f"{coll}", ANON)
    call("GET", f"{coll}", BAD)
    call("GET", f"{coll}", BADBEARER)
    call("GET", f"{coll}?page=0", auth)
    call("GET", f"{coll}?page=99999", auth)
    call("GET", f"{coll}?page=abc", auth)
    call("GET", f"{coll}?page_size=0", auth)
    call("GET", f"{coll}?page_size=-1", auth)
    call("GET", f"{coll}?page_size=abc", auth)
    call("GET", f"{coll}?page_size=1", auth)
    call("GET", f"{coll}?page_size=2&page=1", auth)
    call("GET", f"{coll}?page_size=1000", auth)
    call("GET", f"{coll}?page_size=all", auth)
    call("GET", f"{coll}?sort=-id", auth)
    call("GET", f"{coll}?sort=id", auth)
    call("GET", f"{coll}?sort=no_such_field", auth)
    call("GET", f"{coll}?sort=-id,id", auth)
    call("GET", f"{coll}?search=zzz-nothing", auth)
    call("GET", f"{coll}?filter=%7Bbroken", auth)
    call("GET", f"{coll}?filter=%7B%22and%22%3A%5B%7B%22%3D%3D%22%3A%5B%7B%22var%22%3A%22no_such%22%7D%2C1%5D%7D%5D%7D", auth)
    call("GET", f"{coll}?filter=%7B%22%3D%3D%22%3A%5B%7B%22var%22%3A%22id%22%7D%2C{good_id if isinstance(good_id,int) else 1}%5D%7D", auth)
    call("GET", f"{coll}?filter=%7B%22in%22%3A%5B%7B%22var%22%3A%22id%22%7D%2C%5B1%2C2%2C3%5D%5D%7D", auth)
    call("GET", f"{coll}?filter=%7B%22%21%22%3A%7B%22%3D%3D%22%3A%5B%7B%22var%22%3A%22id%22%7D%2C1%5D%7D%7D", auth)
    call("GET", f"{coll}?filter=%7B%22or%22%3A%5B%7B%22%3C%3D%22%3A%5B%7B%22var%22%3A%22id%22%7D%2C1%5D%7D%2C%7B%22%3E%22%3A%5B%7B%22var%22%3A%22id%22%7D%2C2%5D%7D%5D%7D", auth)
    call("GET", f"{coll}?filter=%7B%22foo%22%3A%5B1%2C2%5D%7D", auth)
    call("GET", f"{coll}?org=no-such-org", auth)
    call("GET", f"{coll}?org_id=987654", auth)
    call("GET", f"{coll}?org_id=abc", auth)
    call("GET", f"{coll}?org=", auth)
    call("GET", f"{coll}", auth, headers={"X-Organization": "no-such-org"})
    call("GET", f"{coll}", auth, headers={"Accept": "application/json"})
    call("GET", f"{coll}", auth, headers={"Accept": "text/html"})
    call("GET", f"{coll}", auth, headers={"Accept": "*/*"})
    call("GET", f"{coll}", auth, headers={"Accept": "application/xml"})
    call("PUT", f"{coll}", auth, {})
    call("DELETE", f"{coll}", auth)
    call("PATCH", f"{coll}", auth, {})
    call("OPTIONS", f"{coll}", auth)
    call("HEAD", f"{coll}", auth)
    item = coll.rstrip("/")
    missing = "no-such-key" if isinstance(good_id, str) else 987654
    for m in ("GET", "PATCH", "DELETE"):
        call(m, f"{item}/{missing}", auth, {} if m == "PATCH" else None)
        call(m, f"{item}/{missing}", ANON, {} if m == "PATCH" else None)
    call("GET", f"{item}/not-a-number", auth)
    call("PUT", f"{item}/{good_id}", auth, {})
    call("POST", f"{item}/{good_id}", auth, {})
    call("GET", f"{item}/{good_id}", BAD)
    if other:
        call("GET", f"{item}/{good_id}", other)
        call("PATCH", f"{item}/{good_id}", other, {})
        call("DELETE", f"{item}/{good_id}", other)


def post_errors(path, auth, good=None):
    call("POST", path, ANON, good or {})
    call("POST", path, auth, {})
    call("POST", path, auth, raw=b"{broken", headers={"Content-Type": "application/json"})
    call("POST", path, auth, raw=b"[]", headers={"Content-Type": "application/json"})
    call("POST", path, auth, raw=b"", headers={"Content-Type": "application/json"})
    call("POST", path, auth, raw=b"null", headers={"Content-Type": "application/json"})
    call("POST", path, auth, raw=b"hello", headers={"Content-Type": "text/plain"})
    call("POST", path, auth, raw=b"<a/>", headers={"Content-Type": "application/xml"})
    if good:
        call("POST", path, auth, good, headers={"Accept": "application/xml"})
