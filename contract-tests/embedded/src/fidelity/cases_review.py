"""Cases of record.py, which go on from cases_tasks.py: imports, issues, guides, quality, consensus."""
case = "import"
z = results.get(("task", "format=CVAT%20for%20images%201.1&save_images=false"))
for base, key in ((f"/api/tasks/{tid}", "task"), (f"/api/jobs/{jid}", "job")):
    if z:
        r = call("POST", f"{base}/annotations/?format=CVAT%201.1", alice, files=[("annotation_file", ("a.zip", z, "application/zip"))])
        w = wait(J(r).get("rq_id", "x"), alice)
        print("import", key, r.status_code, w.get("status"), (w.get("message") or "")[:200])
    r = call("POST", f"{base}/annotations/?format=CVAT%201.1", alice, files=[("annotation_file", ("a.zip", b"not a zip", "application/zip"))])
    w = wait(J(r).get("rq_id", "x"), alice)
    print("bad import", r.status_code, w.get("status"), (w.get("message") or "")[:200])
zp = results.get(("project", "format=CVAT%20for%20images%201.1&save_images=true"))
if zp:
    p2 = J(call("POST", "/api/projects", alice, {"name": "import target", "labels": LABELS}))
    r = call("POST", f"/api/projects/{p2.get('id')}/dataset/?format=CVAT%201.1", alice, files=[("dataset_file", ("a.zip", zp, "application/zip"))])
    w = wait(J(r).get("rq_id", "x"), alice)
    print("project import", r.status_code, w.get("status"), (w.get("message") or "")[:200])
call("POST", f"/api/projects/{pid}/dataset/?format=No%20Such", alice, files=[("dataset_file", ("a.zip", b"x", "application/zip"))])
call("POST", f"/api/projects/{pid}/dataset/", alice, {})
for key, path, field in (("task", "/api/tasks/backup/", "task_file"), ("project", "/api/projects/backup/", "project_file")):
    if backups.get(key):
        r = call("POST", path, alice, files=[(field, ("b.zip", backups[key], "application/zip"))])
        w = wait(J(r).get("rq_id", "x"), alice)
        print("restore", key, r.status_code, w.get("status"), w.get("result_id"), (w.get("message") or "")[:200])
    r = call("POST", path, alice, files=[(field, ("b.zip", b"not a zip", "application/zip"))])
    w = wait(J(r).get("rq_id", "x"), alice)
    call("POST", path, alice, {})
    call("POST", path, ANON, {})

case = "issues"
iss = J(call("POST", "/api/issues", alice, {"job": jid, "frame": 0, "position": [1, 2, 3, 4], "message": "look here"}))
iid = iss.get("id")
call("POST", "/api/issues", alice, {"job": 987654, "frame": 0, "position": [1, 2, 3, 4], "message": "m"})
call("POST", "/api/issues", alice, {"job": jid, "frame": 0, "position": "x", "message": "m"})
call("POST", "/api/issues", bob, {"job": jid, "frame": 0, "position": [1, 2, 3, 4], "message": "m"})
post_errors("/api/issues", alice)
call("GET", f"/api/issues/{iid}", alice)
call("PATCH", f"/api/issues/{iid}", alice, {"resolved": True})
call("PATCH", f"/api/issues/{iid}", alice, {"assignee": me.get("id")})
call("PATCH", f"/api/issues/{iid}", alice, {"position": [5, 5, 6, 6]})
call("GET", f"/api/issues?job_id={jid}", alice)
call("GET", f"/api/issues?task_id={tid}&resolved=true", alice)
crud_errors("/api/issues", alice, iid, bob)
case = "comments"
com = J(call("POST", "/api/comments", alice, {"issue": iid, "message": "second"}))
cid = com.get("id")
call("POST", "/api/comments", alice, {"issue": 987654, "message": "m"})
call("POST", "/api/comments", alice, {"issue": iid, "message": ""})
call("POST", "/api/comments", bob, {"issue": iid, "message": "m"})
post_errors("/api/comments", alice)
call("GET", f"/api/comments/{cid}", alice)
call("PATCH", f"/api/comments/{cid}", alice, {"message": "edited"})
call("GET", f"/api/comments?issue_id={iid}", alice)
call("GET", f"/api/comments?job_id={jid}", alice)
crud_errors("/api/comments", alice, cid, bob)
call("DELETE", f"/api/comments/{cid}", alice)
call("GET", f"/api/comments/{cid}", alice, note="after delete")
call("DELETE", f"/api/issues/{iid}", alice)

case = "guides"
g = J(call("POST", "/api/guides", alice, {"project_id": pid, "markdown": "# how to"}))
call("POST", "/api/guides", alice, {"project_id": pid, "markdown": "again"})
call("POST", "/api/guides", alice, {"project_id": pid, "task_id": tid, "markdown": ""})
call("POST", "/api/guides", alice, {"project_id": 987654, "markdown": ""})
call("POST", "/api/guides", bob, {"task_id": oid_, "markdown": ""})
gt2 = J(call("POST", "/api/guides", alice, {"task_id": oid_, "markdown": "task guide"}))
post_errors("/api/guides", alice)
for a in (alice, bob, ANON):
    call("GET", f"/api/guides/{g.get('id')}", a)
call("PATCH", f"/api/guides/{g.get('id')}", alice, {"markdown": "## changed"})
call("PATCH", f"/api/guides/{g.get('id')}", bob, {"markdown": "no"})
call("GET", "/api/guides", alice)
call("GET", "/api/guides/987654", alice)
case = "assets"
a1 = J(call("POST", "/api/assets", alice, data={"guide_id": str(g.get("id"))}, files=[("file", ("pic.png", png(), "image/png"))]))
call("POST", "/api/assets", alice, data={"guide_id": str(g.get("id"))}, files=[("file", ("pic.exe", b"MZ", "application/x-msdownload"))])
call("POST", "/api/assets", alice, data={"guide_id": "987654"}, files=[("file", ("pic.png", png(), "image/png"))])
call("POST", "/api/assets", alice, {})
call("POST", "/api/assets", ANON, {})
u = a1.get("uuid")
for a in (alice, bob, ANON):
    call("GET", f"/api/assets/{u}", a)
call("GET", "/api/assets/00000000-0000-0000-0000-000000000000", alice)
call("GET", "/api/assets/not-a-uuid", alice)
call("DELETE", f"/api/assets/{u}", bob)
call("DELETE", f"/api/assets/{u}", alice)
call("DELETE", f"/api/guides/{g.get('id')}", bob)
call("DELETE", f"/api/guides/{g.get('id')}", alice)

case = "quality"
call("GET", f"/api/quality/settings?task_id={tid}", alice)
qs = J(call("GET", "/api/quality/settings", alice)).get("results", [])
if qs:
    q0 = qs[0]["id"]
    call("GET", f"/api/quality/settings/{q0}", alice)
    call("GET", f"/api/quality/settings/{q0}", bob)
    call("PATCH", f"/api/quality/settings/{q0}", alice, {"iou_threshold": 0.5})
    call("PATCH", f"/api/quality/settings/{q0}", alice, {"iou_threshold": 5})
    call("PATCH", f"/api/quality/settings/{q0}", alice, {"iou_threshold": "x"})
    crud_errors("/api/quality/settings", alice, q0, bob)
for b in ({"task_id": tid}, {"project_id": pid}, {"task_id": 987654}, {}, {"task_id": oid_}):
    r = call("POST", "/api/quality/reports", alice, b)
    rq = J(r).get("rq_id")
    if rq:
        w = wait(rq, alice)
        print("quality", b, r.status_code, w.get("status"), (w.get("message") or "")[:300])
        call("POST", f"/api/quality/reports?rq_id={requests.utils.quote(rq, safe='')}", alice, {}, note="poll by the retired way")
call("POST", "/api/quality/reports", bob, {"task_id": tid})
call("POST", "/api/quality/reports", ANON, {"task_id": tid})
reps = J(call("GET", "/api/quality/reports", alice)).get("results", [])
call("GET", f"/api/quality/reports?task_id={tid}&target=task", alice)
if reps:
    call("GET", f"/api/quality/reports/{reps[0]['id']}", alice)
    call("GET", f"/api/quality/reports/{reps[0]['id']}/data", alice)
    call("GET", f"/api/quality/reports/{reps[0]['id']}/data?format=json", alice)
    call("GET", f"/api/quality/reports/{reps[0]['id']}/data?format=csv", alice)
    call("GET", f"/api/quality/conflicts?report_id={reps[0]['id']}", alice)
    crud_errors("/api/quality/reports", alice, reps[0]["id"], bob)
call("GET", "/api/quality/reports/987654", alice)
call("GET", "/api/quality/reports/987654/data", alice)
call("GET", "/api/quality/conflicts", alice)
call("GET", "/api/quality/conflicts?page_size=1", alice)
call("GET", "/api/quality/conflicts", ANON)

case = "consensus"
ct = J(call("POST", "/api/tasks", alice, {"name": "consensus task", "labels": [{"name": "a"}], "consensus_replicas": 2}))
r = call("POST", f"/api/tasks/{ct.get('id')}/data/", alice, data={"image_quality": "70"}, files=[("client_files[0]", ("a.png", png(seed=5), "image/png"))])
print("consensus data", wait(J(r).get("rq_id", "x"), alice).get("status"))
cs = J(call("GET", f"/api/consensus/settings?task_id={ct.get('id')}", alice)).get("results", [])
if cs:
    c0 = cs[0]["id"]
    call("GET", f"/api/consensus/settings/{c0}", alice)
    call("PATCH", f"/api/consensus/settings/{c0}", alice, {"quorum": 0.7})
    call("PATCH", f"/api/consensus/settings/{c0}", alice, {"quorum": 7})
    crud_errors("/api/consensus/settings", alice, c0, bob)
cj = J(call("GET", f"/api/jobs?task_id={ct.get('id')}", alice)).get("results", [])
for b in ({"task_id": ct.get("id")}, {"task_id": tid}, {"task_id": 987654}, {}, {"job_id": cj[0]["id"] if cj else 0}):
    r = call("POST", "/api/consensus/merges", alice, b)
    if J(r).get("rq_id"):
        w = wait(J(r)["rq_id"], alice)
        print("consensus", b, r.status_code, w.get("status"), (w.get("message") or "")[:200])
rep = [x for x in cj if x.get("parent_job_id")]
lab_a = J(call("GET", f"/api/labels?task_id={ct.get('id')}", alice)).get("results", [{}])[0].get("id")
for x in rep:
    call("PATCH", f"/api/jobs/{x['id']}", alice, {"state": "completed", "stage": "annotation"})
    call("PUT", f"/api/jobs/{x['id']}/annotations/", alice, {"version": 0, "tags": [], "tracks": [], "shapes": [{"type": "rectangle", "frame": 0, "label_id": lab_a, "points": [1, 1, 20, 20], "attributes": []}]})
    call("PATCH", f"/api/jobs/{x['id']}", alice, {"state": "completed", "stage": "acceptance"})
r = call("POST", "/api/consensus/merges", alice, {"task_id": ct.get("id")}, note="replicas annotated")
if J(r).get("rq_id"):
    print("consensus 2", wait(J(r)["rq_id"], alice).get("status"))
call("POST", "/api/consensus/merges", bob, {"task_id": ct.get("id")})
call("POST", "/api/consensus/merges", ANON, {})
