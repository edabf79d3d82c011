import Foundation

/// How long this thread worked on something: what a bound on work is held against, for the time on a wall grows with whatever else the machine does.
package func ownTime<Failure: Error>(of work: () throws(Failure) -> Void) throws(Failure) -> Duration {
    let start = threadTime()
    try work()
    return threadTime() - start
}

private func threadTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
