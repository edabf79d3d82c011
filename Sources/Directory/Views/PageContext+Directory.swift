import HTML
import Web

extension PageContext {
    var directory: DirectoryWords { DirectoryWords.in(language) }
}
