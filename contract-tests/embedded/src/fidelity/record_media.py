#!/usr/bin/env python3
"""Every kind of media that people upload: video, archives, documents, point clouds, odd pictures; whole and broken.

usage: record_media.py BASE_URL ADMIN PASSWORD SPEC.yml OUT.jsonl
Same form as record.py (recorder.py must lie beside it; the files are in ../test/resources/media). A fresh instance of your own.
For each kind: the task before and after its data, meta, jobs, frames, chunks, previews; for video also ranges and steps,
removed frames, tracks, exports and imports; for point clouds cuboids and related images.
"""
import os, sys
from urllib.parse import quote

here = os.path.dirname(os.path.abspath(__file__))
g = {"__name__": "rec"}
exec(compile(open(os.path.join(here, "recorder.py")).read(), "recorder.py", "exec"), g)
call, wait, J, basic, Auth = (g[k] for k in ("call", "wait", "J", "basic", "Auth"))
media = os.path.join(here, "..", "test", "resources", "media")
token = J(call("POST", "/api/auth/access_tokens", basic(sys.argv[2], sys.argv[3]), {"name": "media", "read_only": False}, keep=False))["value"]
me = Auth("bearer", sys.argv[2], {"Authorization": "Bearer " + token})


def c(name):
    g["case"] = "media-" + name


def read(n):
    return open(os.path.join(media, n), "rb").read()


def make(name, files, fields=None, labels=None, **task):
    """A task of the files; returns its id and the request that made its data."""
    c(name)
    t = J(call("POST", "/api/tasks", me, {"name": name, "labels": labels or [{"name": "car", "attributes": [{"name": "parked", "mutable": True, "input_type": "checkbox", "default_value": "false", "values": []}]}], **task}))["id"]
    r = call("POST", f"/api/tasks/{t}/data/", me, data={"image_quality": "70", **(fields or {})},
             files=[(f"client_files[{i}]", (n, read(n))) for i, n in enumerate(files)])
    done = wait(J(r).get("rq_id", ""), me) if J(r).get("rq_id") else {}
    call("GET", f"/api/tasks/{t}", me)
    return t, done


def look(t, frames=(0,), chunks=(0,)):
    """All that there is to see of a task's data, by the task and by its first job."""
    call("GET", f"/api/tasks/{t}/data/meta", me)
    jobs = J(call("GET", f"/api/jobs?task_id={t}&sort=id", me)).get("results", [])
    for q in ("original", "compressed"):
        for f in frames:
            call("GET", f"/api/tasks/{t}/data/?type=frame&number={f}&quality={q}", me)
        for k in chunks:
            call("GET", f"/api/tasks/{t}/data/?type=chunk&number={k}&quality={q}", me)
    call("GET", f"/api/tasks/{t}/preview", me)
    call("GET", f"/api/tasks/{t}/data/?type=context_image&number=0&quality=original", me)
    call("GET", f"/api/tasks/{t}/data/?type=frame&number=9999&quality=original", me)
    call("GET", f"/api/tasks/{t}/data/?type=chunk&number=9999&quality=compressed", me)
    for j in jobs[:2]:
        i = j["id"]
        call("GET", f"/api/jobs/{i}/data/meta", me)
        call("GET", f"/api/jobs/{i}/data?type=frame&number={j['start_frame']}&quality=compressed", me)
        call("GET", f"/api/jobs/{i}/data?type=chunk&index=0&quality=compressed", me)
        call("GET", f"/api/jobs/{i}/data?type=chunk&number=0&quality=original", me)
        call("GET", f"/api/jobs/{i}/preview", me)
    return jobs


def export(t, fmt, images=False, then=None):
    r = call("POST", f"/api/tasks/{t}/dataset/export?format={quote(fmt)}&save_images={str(images).lower()}", me)
    d = wait(J(r).get("rq_id", ""), me) if J(r).get("rq_id") else {}
    if d.get("result_url"):
        f = call("GET", d["result_url"][d["result_url"].index("/api/"):], me)
        if then and f.status_code == 200:
            r = call("POST", f"/api/tasks/{t}/annotations/?format={quote(then)}", me, files=[("annotation_file", ("a.zip", f.content))])
            if J(r).get("rq_id"):
                wait(J(r)["rq_id"], me)
            call("GET", f"/api/tasks/{t}/annotations/", me)


# video: whole, by ranges, by steps, by segments, in chunks of both kinds
v, _ = make("video", ["clip.mp4"], segment_size=10, overlap=2)
jobs = look(v, frames=(0, 15, 29), chunks=(0,))
label = J(call("GET", f"/api/labels?task_id={v}", me))["results"][0]
track = {"frame": 0, "label_id": label["id"], "group": 0, "source": "manual", "attributes": [], "shapes": [
    {"type": "rectangle", "frame": 0, "points": [1, 2, 20, 30], "occluded": False, "outside": False, "attributes": [{"spec_id": label["attributes"][0]["id"], "value": "true"}]},
    {"type": "rectangle", "frame": 6, "points": [11, 12, 30, 40], "occluded": True, "outside": False, "attributes": []},
    {"type": "rectangle", "frame": 8, "points": [11, 12, 30, 40], "occluded": False, "outside": True, "attributes": []}]}
call("PATCH", f"/api/jobs/{jobs[0]['id']}/annotations/?action=create", me, {"tracks": [track]})
call("GET", f"/api/tasks/{v}/annotations/", me)
call("GET", f"/api/jobs/{jobs[0]['id']}/annotations/", me)
call("PATCH", f"/api/jobs/{jobs[0]['id']}/annotations/?action=create", me, {"tracks": [dict(track, shapes=[])]})
call("PATCH", f"/api/jobs/{jobs[0]['id']}/annotations/?action=create", me, {"tracks": [dict(track, frame=500)]})
export(v, "CVAT for video 1.1", then="CVAT 1.1")
export(v, "CVAT for video 1.1", images=True)
export(v, "CVAT for images 1.1", images=True, then="CVAT 1.1")
export(v, "COCO 1.0")
call("PATCH", f"/api/tasks/{v}/data/meta", me, {"deleted_frames": [3, 4]})
call("GET", f"/api/tasks/{v}/data/meta", me)
call("PATCH", f"/api/jobs/{jobs[0]['id']}/data/meta", me, {"deleted_frames": [1]})
call("GET", f"/api/tasks/{v}/annotations/", me)
r = call("POST", f"/api/tasks/{v}/backup/export", me)
d = wait(J(r).get("rq_id", ""), me)
if d.get("result_url"):
    f = call("GET", d["result_url"][d["result_url"].index("/api/"):], me)
    r = call("POST", "/api/tasks/backup?filename=b.zip", me, files=[("task_file", ("b.zip", f.content))])
    d = wait(J(r).get("rq_id", ""), me) if J(r).get("rq_id") else {}
    if d.get("result_id"):
        call("GET", f"/api/tasks/{d['result_id']}", me)
        call("GET", f"/api/tasks/{d['result_id']}/data/meta", me)
for name, fields in (("video-range", {"start_frame": "5", "stop_frame": "24"}), ("video-step", {"frame_filter": "step=5"}),
                     ("video-range-step", {"start_frame": "2", "stop_frame": "20", "frame_filter": "step=3"}),
                     ("video-zip-chunks", {"use_zip_chunks": "true", "chunk_size": "10"}), ("video-cache", {"use_cache": "true", "chunk_size": "12"}),
                     ("video-no-cache", {"use_cache": "false", "storage_method": "file_system"}), ("video-beyond", {"start_frame": "500"}),
                     ("video-bad-filter", {"frame_filter": "every=2"})):
    t, d = make(name, ["clip.mp4"], fields)
    if d.get("status") == "finished":
        look(t, frames=(0, 3), chunks=(0, 1))
for name, files, fields in (("webm", ["clip.webm"], None), ("two-videos", ["clip.mp4", "clip.webm"], None), ("video-and-picture", ["clip.mp4", "grey.png"], None),
                            ("archive", ["images.zip"], None), ("archive-natural", ["images.zip"], {"sorting_method": "natural"}),
                            ("archive-predefined", ["images.zip"], {"sorting_method": "predefined"}), ("archive-random", ["images.zip"], {"sorting_method": "random"}),
                            ("two-archives", ["images.zip", "clouds.zip"], None), ("document", ["book.pdf"], None), ("moving", ["moving.gif"], None),
                            ("rotated", ["rotated.jpg"], None), ("grey", ["grey.png"], None), ("webp", ["photo.webp"], None), ("bmp", ["photo.bmp"], None), ("tiff", ["photo.tiff"], None),
                            ("mixed", ["grey.png", "photo.webp", "rotated.jpg"], None), ("broken-video", ["broken.mp4"], None), ("broken-archive", ["broken.zip"], None), ("broken-picture", ["broken.png"], None)):
    t, d = make(name, files, fields)
    if d.get("status") == "finished":
        look(t, frames=(0, 1), chunks=(0,))
# point clouds
for name, files in (("cloud", ["cloud.pcd"]), ("clouds", ["clouds.zip"])):
    t, d = make(name, files, labels=[{"name": "box", "type": "cuboid"}])
    if d.get("status") == "finished":
        jobs = look(t, frames=(0, 1), chunks=(0,))
        l = J(call("GET", f"/api/labels?task_id={t}", me))["results"][0]["id"]
        call("PATCH", f"/api/jobs/{jobs[0]['id']}/annotations/?action=create", me, {"shapes": [{"type": "cuboid", "frame": 0, "label_id": l, "occluded": False, "points": [1, 1, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]}]})
        call("PATCH", f"/api/jobs/{jobs[0]['id']}/annotations/?action=create", me, {"shapes": [{"type": "rectangle", "frame": 0, "label_id": l, "occluded": False, "points": [1, 1, 2, 2]}]})
        call("GET", f"/api/tasks/{t}/annotations/", me)
        export(t, "Datumaro 3D 1.0")
        export(t, "CVAT for images 1.1")
c("lists")
for q in ("mode=interpolation", "mode=annotation", "dimension=3d", "dimension=2d"):
    call("GET", f"/api/tasks?page_size=100&{q}", me)
call("GET", "/api/jobs?page_size=100&dimension=3d", me)
