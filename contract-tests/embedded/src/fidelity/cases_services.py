"""Cases of record.py, which go on from cases_review.py: webhooks, cloud storages, functions, events, requests, methods, removal."""
case = "webhooks"


class Receiver(http.server.BaseHTTPRequestHandler):
    def log_message(self, *a):
        pass

    def do_POST(self):
        self.rfile.read(int(self.headers.get("content-length", 0)))
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")


try:
    receiver = http.server.ThreadingHTTPServer(("127.0.0.1", 2020), Receiver)
    threading.Thread(target=receiver.serve_forever, daemon=True).start()
except OSError as e:
    print("no webhook receiver:", e)
HOOK = {"target_url": "http://127.0.0.1:2020/payload", "type": "project", "events": ["update:project", "create:task"], "project_id": pid, "content_type": "application/json", "enable_ssl": False, "is_active": True, "description": "d", "secret": "s3"}
wh = J(call("POST", "/api/webhooks", alice, HOOK))
wid = wh.get("id")
call("POST", "/api/webhooks", alice, dict(HOOK, events=["bad:event"]))
call("POST", "/api/webhooks", alice, dict(HOOK, target_url="not a url"))
call("POST", "/api/webhooks", alice, dict(HOOK, type="bad"))
call("POST", "/api/webhooks", alice, dict(HOOK, project_id=987654))
call("POST", "/api/webhooks", bob, HOOK)
call("POST", "/api/webhooks", alice, {"target_url": "http://127.0.0.1:2020/payload", "type": "organization", "events": ["create:project"]}, headers=inorg)
post_errors("/api/webhooks", alice)
for t in ("", "?type=project", "?type=organization", "?type=all", "?type=bad"):
    call("GET", f"/api/webhooks/events{t}", alice)
call("GET", f"/api/webhooks/{wid}", alice)
call("PATCH", f"/api/webhooks/{wid}", alice, {"description": "changed"})
call("PATCH", f"/api/webhooks/{wid}", alice, {"target_url": "bad"})
call("PUT", f"/api/webhooks/{wid}", alice, HOOK)
call("PUT", f"/api/webhooks/{wid}", alice, {})
call("PUT", f"/api/webhooks/{wid}", bob, HOOK)
call("PATCH", f"/api/projects/{pid}", alice, {"name": "triggers a delivery"})
call("POST", f"/api/webhooks/{wid}/ping", alice)
call("POST", f"/api/webhooks/{wid}/ping", bob)
call("POST", "/api/webhooks/987654/ping", alice)
time.sleep(2)
dl = J(call("GET", f"/api/webhooks/{wid}/deliveries", alice)).get("results", [])
call("GET", f"/api/webhooks/{wid}/deliveries?page_size=1", alice)
if dl:
    call("GET", f"/api/webhooks/{wid}/deliveries/{dl[0]['id']}", alice)
    call("POST", f"/api/webhooks/{wid}/deliveries/{dl[0]['id']}/redelivery", alice)
    call("POST", f"/api/webhooks/{wid}/deliveries/{dl[0]['id']}/redelivery", bob)
call("GET", f"/api/webhooks/{wid}/deliveries/987654", alice)
call("POST", f"/api/webhooks/{wid}/deliveries/987654/redelivery", alice)
crud_errors("/api/webhooks", alice, wid, bob)
call("DELETE", f"/api/webhooks/{wid}", alice)
call("GET", f"/api/webhooks/{wid}", alice, note="after delete")

case = "cloudstorages"
if S3:
    CS = {"provider_type": "AWS_S3_BUCKET", "resource": "public", "display_name": "ct bucket", "credentials_type": "KEY_SECRET_KEY_PAIR", "key": "minio_access_key", "secret_key": "minio_secret_key", "specific_attributes": f"endpoint_url={S3}", "description": "d", "manifests": ["images_with_manifest/manifest.jsonl"]}
    c = J(call("POST", "/api/cloudstorages", alice, CS))
    print("cloud", c)
    sid = c.get("id")
    call("POST", "/api/cloudstorages", alice, dict(CS, resource="no-such-bucket"))
    call("POST", "/api/cloudstorages", alice, dict(CS, manifests=["no-such-manifest.jsonl"]))
    call("POST", "/api/cloudstorages", alice, dict(CS, provider_type="BAD"))
    call("POST", "/api/cloudstorages", alice, dict(CS, credentials_type="BAD"))
    call("POST", "/api/cloudstorages", alice, data={k: v for k, v in dict(CS, display_name="multipart bucket").items() if k != "manifests"}, files=[("x", ("x.txt", b"x", "text/plain"))])
    post_errors("/api/cloudstorages", alice)
    for p in ("", "/status", "/actions", "/content-v2", "/content-v2?prefix=images", "/content-v2?manifest_path=images_with_manifest/manifest.jsonl", "/content-v2?manifest_path=nope.jsonl", "/preview"):
        for a in (alice, bob):
            call("GET", f"/api/cloudstorages/{sid}{p}", a)
    for p in ("/status", "/actions", "/content-v2", "/preview"):
        call("GET", f"/api/cloudstorages/987654{p}", alice)
        call("GET", f"/api/cloudstorages/{sid}{p}", ANON)
    call("PATCH", f"/api/cloudstorages/{sid}", alice, {"display_name": "renamed bucket"})
    call("PATCH", f"/api/cloudstorages/{sid}", alice, {"description": "x"})
    call("PATCH", f"/api/cloudstorages/{sid}", alice, {"resource": "no-such-bucket"})
    call("GET", "/api/cloudstorages?provider_type=AWS_S3_BUCKET", alice)
    crud_errors("/api/cloudstorages", alice, sid, bob)
    r = call("POST", f"/api/tasks/{tid}/dataset/export?format=CVAT%20for%20images%201.1&location=cloud_storage&cloud_storage_id={sid}&filename=ct.zip", alice)
    print("cloud export", r.status_code, wait(J(r).get("rq_id", "x"), alice))
    call("DELETE", f"/api/cloudstorages/{sid}", alice)
    call("GET", f"/api/cloudstorages/{sid}/status", alice, note="after delete")

case = "lambda"
for a in (alice, ANON):
    call("GET", "/api/lambda/functions", a)
    call("GET", "/api/lambda/functions/no-such-function", a)
    call("POST", "/api/lambda/functions/no-such-function", a, {"task": tid, "frame": 0})
    call("GET", "/api/lambda/requests", a)
    call("GET", "/api/lambda/requests/no-such-request", a)
    call("POST", "/api/lambda/requests", a, {"function": "no-such-function", "task": tid})
    call("DELETE", "/api/lambda/requests/no-such-request", a)
call("POST", "/api/lambda/requests", alice, {})

case = "events"
EV = {"events": [{"scope": "send:exception", "timestamp": "2026-11-23T12:00:00.000Z", "count": 1, "duration": 1, "source": "ct"}], "timestamp": "2026-11-23T12:00:01.000Z"}
call("POST", "/api/events", alice, EV)
call("POST", "/api/events", ANON, EV)
call("POST", "/api/events", alice, {"events": [{"scope": "bad"}]})
post_errors("/api/events", alice)
for p in ("", "?from=2026-01-01T00:00:00Z&to=2026-12-31T00:00:00Z", "?job_id=abc"):
    for a in (admin, alice, ANON):
        try:
            call("GET", f"/api/events{p}", a)
        except Exception as e:
            print("events", e)
for a in (admin, alice, ANON):
    r = call("POST", "/api/events/export", a)
    if J(r).get("rq_id"):
        print("events export", r.status_code, wait(J(r)["rq_id"], a, limit=30).get("status"))

for sc, so in (("load:cvat", "client"), ("click:element", "client"), ("create:task", "server")):
    call("POST", "/api/events", alice, {"events": [{"scope": sc, "source": so, "timestamp": "2026-11-23T12:00:00.000Z", "duration": 1}], "timestamp": "2026-11-23T12:00:01.000Z"})

case = "requests"
for q in ("", "?page_size=2", "?status=finished", "?action=export", "?target=task", "?subresource=dataset", "?format=COCO%201.0", f"?task_id={tid}", f"?project_id={pid}", f"?job_id={jid}", "?sort=-created_date", "?sort=created_date", "?status=bad", "?page=999",
          "?filter=%7B%22and%22%3A%5B%7B%22%3D%3D%22%3A%5B%7B%22var%22%3A%22status%22%7D%2C%22finished%22%5D%7D%5D%7D"):
    call("GET", f"/api/requests{q}", alice)
call("GET", "/api/requests", bob)
call("GET", "/api/requests", ANON)
call("GET", "/api/requests", admin)
call("GET", "/api/requests/no-such-id", alice)
call("GET", "/api/requests/action=export&target=task&id=987654&subresource=dataset", alice)
call("POST", "/api/requests/no-such-id/cancel", alice)
call("POST", f"/api/requests/{requests.utils.quote(rq_data, safe='')}/cancel", alice, note="a finished request")
call("POST", f"/api/requests/{requests.utils.quote(rq_data, safe='')}/cancel", bob)
call("POST", "/api/requests", alice, {})
call("DELETE", f"/api/requests/{requests.utils.quote(rq_data, safe='')}", alice)
last = ""
for f in ("CVAT for video 1.1", "Datumaro 1.0", "YOLO 1.1", "Segmentation mask 1.1", "LabelMe 3.0", "PASCAL VOC 1.1"):
    r = call("POST", f"/api/projects/{pid}/dataset/export?format={requests.utils.quote(f)}&save_images=true", alice)
    last = J(r).get("rq_id", last)
rc = call("POST", f"/api/requests/{requests.utils.quote(last, safe='')}/cancel", alice, note="a queued request")
print("cancel", rc.status_code)
call("GET", f"/api/requests/{requests.utils.quote(last, safe='')}", alice, note="after cancel")
call("GET", "/api/requests?status=queued", alice)
call("GET", "/api/requests?status=failed", alice)

case = "methods"
subst = {"id": str(tid), "uuid": "00000000-0000-0000-0000-000000000000", "key": "no-such-key", "func_id": "no-such-function", "delivery_id": "1"}
for tpl in spec["paths"]:
    p = re.sub(r"\{([^}]+)\}", lambda m: subst.get(m.group(1), "1"), tpl)
    for m in ("GET", "POST", "PUT", "PATCH", "DELETE"):
        if m.lower() not in spec["paths"][tpl]:
            call(m, p, admin, {} if m != "GET" and m != "DELETE" else None, note="undocumented method")
        else:
            call(m, p, ANON, {} if m in ("POST", "PUT", "PATCH") else None, note="anonymous")
            call(m, p, BAD, {} if m in ("POST", "PUT", "PATCH") else None, note="invalid token")

case = "delete"
call("DELETE", f"/api/jobs/{gid}", bob)
call("DELETE", f"/api/jobs/{gid}", alice)
call("DELETE", f"/api/tasks/{tid}/annotations/", bob)
call("DELETE", f"/api/tasks/{tid}/annotations/", alice)
call("DELETE", f"/api/jobs/{jid}/annotations/", alice)
call("DELETE", f"/api/tasks/{tid}", bob)
call("DELETE", f"/api/tasks/{tid}", alice)
call("GET", f"/api/tasks/{tid}", alice, note="after delete")
call("DELETE", f"/api/tasks/{tid}", alice, note="after delete")
call("GET", f"/api/jobs/{jid}", alice, note="after delete")
call("DELETE", f"/api/projects/{pid}", alice)
call("GET", f"/api/projects/{pid}", alice, note="after delete")
if bm:
    call("DELETE", f"/api/memberships/{bm[0]['id']}", alice)
call("DELETE", f"/api/organizations/{org.get('id')}", bob)
call("DELETE", f"/api/organizations/{org.get('id')}", alice)
call("GET", "/api/projects?org=acme-ct", alice, note="after delete")
print("seconds", round(time.time() - t0, 1))
